using System.Globalization;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>An axis from a round number to a round number that always holds zero.</summary>
/// <param name="Least">Where it begins; zero or below.</param>
/// <param name="Most">Where it ends; zero or above, and above <paramref name="Least"/>.</param>
/// <param name="Step">From one mark to the next.</param>
internal readonly record struct ChartScale(double Least, double Most, double Step)
{
    private const int Marks = 5;

    /// <summary>The axis for some values; values that are all zero get an axis up to one.</summary>
    public static ChartScale Of(IReadOnlyCollection<double> values)
    {
        var (least, most) = (Math.Min(0, values.DefaultIfEmpty(0).Min()), Math.Max(0, values.DefaultIfEmpty(0).Max()));
        if (most - least <= 0)
        {
            return new ChartScale(0, 1, 1);
        }

        var step = Round((most - least) / Marks);
        return new ChartScale(Math.Floor((least / step) + 1e-9) * step, Math.Ceiling((most / step) - 1e-9) * step, step);
    }

    /// <summary>Where a value stands, from 0 at the beginning to 1 at the end.</summary>
    public double Share(double value) => (value - Least) / (Most - Least);

    /// <summary>The marks from the first to the last.</summary>
    public IEnumerable<double> Ticks()
    {
        for (var i = (int)Math.Round(Least / Step); i <= (int)Math.Round(Most / Step); i++)
        {
            yield return i * Step;
        }
    }

    /// <summary>A mark as it is written in a language.</summary>
    public static string Label(double value, string language)
    {
        var comma = language.Split('-', '_')[0].ToLowerInvariant() is not ("en" or "zh" or "ja" or "ko" or "th" or "hi" or "he");
        var digits = Math.Round(value, 10).ToString(Math.Abs(value) >= 1000 ? "#,0.##" : "0.##########", CultureInfo.InvariantCulture);
        return (comma ? digits.Replace(",", "\u202F", StringComparison.Ordinal).Replace('.', ',') : digits).Replace('-', '−');
    }

    // The next of 1, 2, 2.5, 5 times a power of ten.
    private static double Round(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return new[] { 1, 2, 2.5, 5, 10 }.First(factor => factor * power >= raw * 0.999) * power;
    }
}
