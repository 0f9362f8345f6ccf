namespace TemporalVideo.Studio.Film;

/// <summary>
/// Counts flashes as WCAG 2.2 defines them (criterion 2.3.1): pairs of opposing changes of a tenth of the relative luminance where the
/// darker is below 0.8, or of saturated red, that are seen at once on more than a fourth of any ten degrees of the view.
/// </summary>
internal static class FlashMeter
{
    /// <summary>Columns of fields that the picture is looked at in.</summary>
    public const int Columns = 32;

    /// <summary>Rows of fields.</summary>
    public const int Rows = 18;

    /// <summary>Scales a picture to the fields; each is the mean of its pixels.</summary>
    public const string Filter = "scale=32:18:flags=area,fps=30";

    private const int Fields = Columns * Rows;

    // A fourth of ten degrees, 341 by 256 of 1024 by 768 pixels.
    private const double LeastArea = 0.25 * 341 * 256 / (1024 * 768);
    private const double LuminanceStep = 0.1;
    private const double Bright = 0.8;
    private const double RedStep = 20;
    private const double SaturatedRed = 0.8;

    private static readonly double[] Linear = [.. Enumerable.Range(0, 256).Select(value => value / 255.0)
        .Select(share => share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4))];

    /// <summary>The flashes of a film, in the second that ends with each of its frames.</summary>
    /// <param name="rgb">Frames of <see cref="Columns"/> by <see cref="Rows"/> fields, three bytes each.</param>
    public static IReadOnlyList<int> Count(ReadOnlySpan<byte> rgb)
    {
        var frames = rgb.Length / (Fields * 3);
        var (luminance, red) = (new double[frames][], new double[frames][]);
        for (var frame = 0; frame < frames; frame++)
        {
            (luminance[frame], red[frame]) = (new double[Fields], new double[Fields]);
            for (var field = 0; field < Fields; field++)
            {
                var at = ((frame * Fields) + field) * 3;
                var (r, g, b) = (Linear[rgb[at]], Linear[rgb[at + 1]], Linear[rgb[at + 2]]);
                luminance[frame][field] = Luminance(r, g, b);
                red[frame][field] = r + g + b > 0 && r / (r + g + b) >= SaturatedRed ? Math.Max(0, r - g - b) * 320 : 0;
            }
        }

        return [.. Count(luminance, LuminanceStep, Bright).Zip(Count(red, RedStep, double.PositiveInfinity), Math.Max)];
    }

    /// <summary>When the second begins that ends with a frame.</summary>
    public static double StartOf(int frame) =>
        Math.Max(0, frame + 1 - VideoFormat.FramesPerSecond) / (double)VideoFormat.FramesPerSecond;

    /// <summary>Relative luminance of linear colours, 0 to 1.</summary>
    public static double Luminance(double red, double green, double blue) => (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);

    /// <summary>Relative luminance of a pixel, 0 to 1.</summary>
    public static double Luminance(byte red, byte green, byte blue) => Luminance(Linear[red], Linear[green], Linear[blue]);

    private static int[] Count(double[][] signal, double step, double darkerThan)
    {
        var changes = Changes(signal, step, darkerThan);
        var (counts, flashes) = (new int[Fields], new int[signal.Length]);
        for (var frame = 0; frame < signal.Length; frame++)
        {
            for (var field = 0; field < Fields; field++)
            {
                counts[field] += (changes[frame][field] ? 1 : 0)
                    - (frame >= VideoFormat.FramesPerSecond && changes[frame - VideoFormat.FramesPerSecond][field] ? 1 : 0);
            }

            flashes[frame] = counts.OrderDescending().ElementAt((int)Math.Ceiling(LeastArea * Fields) - 1) / 2;
        }

        return flashes;
    }

    /// <summary>In which frames each field has changed by a step since it last turned.</summary>
    private static bool[][] Changes(double[][] signal, double step, double darkerThan)
    {
        var changes = signal.Select(_ => new bool[Fields]).ToArray();
        for (var field = 0; field < Fields; field++)
        {
            // The lowest since it last fell, the highest since it last rose; both until it first does.
            var (low, high, rising) = (double.PositiveInfinity, double.NegativeInfinity, (bool?)null);
            for (var frame = 0; frame < signal.Length; frame++)
            {
                var now = signal[frame][field];
                low = rising == true ? low : Math.Min(low, now);
                high = rising == false ? high : Math.Max(high, now);
                if (rising != true && now - low >= step && low < darkerThan)
                {
                    (rising, high, changes[frame][field]) = (true, now, true);
                }
                else if (rising != false && high - now >= step && now < darkerThan)
                {
                    (rising, low, changes[frame][field]) = (false, now, true);
                }
            }
        }

        return changes;
    }
}
