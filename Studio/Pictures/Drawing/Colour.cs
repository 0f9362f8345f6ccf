using System.Globalization;

namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>Arithmetic on colours written as <c>#RRGGBB</c>.</summary>
internal static class Colour
{
    /// <summary>A colour between two: 0 gives the first, 1 the second.</summary>
    public static string Mix(string from, string to, double share)
    {
        var (a, b) = (Parse(from), Parse(to));
        return string.Create(CultureInfo.InvariantCulture, $"#{Part(a.R, b.R):X2}{Part(a.G, b.G):X2}{Part(a.B, b.B):X2}");

        int Part(int x, int y) => (int)Math.Round(x + ((y - x) * share));
    }

    /// <summary>The same hue with the given saturation and lightness, 0 to 1 (HSL).</summary>
    public static string Tone(string colour, double saturation, double lightness)
    {
        var (r, g, b) = Parse(colour);
        double most = Math.Max(r, Math.Max(g, b)), least = Math.Min(r, Math.Min(g, b)), range = Math.Max(1, most - least);
        var hue = (most == r ? (g - b) / range : most == g ? 2 + ((b - r) / range) : 4 + ((r - g) / range)) * 60;
        return string.Create(CultureInfo.InvariantCulture, $"#{Part(0):X2}{Part(8):X2}{Part(4):X2}");

        int Part(int offset)
        {
            var k = (offset + (hue / 30) + 12) % 12;
            return (int)Math.Round(255 * (lightness - (saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1,
                Math.Min(Math.Min(k - 3, 9 - k), 1)))));
        }
    }

    /// <summary>WCAG 2 contrast ratio, 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Of the given inks the one that reads best on the ground.</summary>
    public static string Readable(string ground, params string[] inks) => inks.MaxBy(ink => Contrast(ink, ground))!;

    public static double Luminance(string colour)
    {
        var (r, g, b) = Parse(colour);
        return (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));

        static double Linear(int part)
        {
            var c = part / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
    }

    private static (int R, int G, int B) Parse(string colour) => (
        int.Parse(colour.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        int.Parse(colour.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        int.Parse(colour.AsSpan(5, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
