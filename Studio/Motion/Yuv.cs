using System.Globalization;

namespace TemporalVideo.Studio.Motion;

/// <summary>A colour in BT.709, limited range.</summary>
/// <param name="Y">Luma, 16 to 235.</param>
/// <param name="U">Blue difference, 128 is none.</param>
/// <param name="V">Red difference, 128 is none.</param>
internal readonly record struct Yuv(byte Y, byte U, byte V)
{
    /// <summary>Converts a colour. The weights are those of Rec. ITU-R BT.709-6, scaled to 219 and 224 steps.</summary>
    public static Yuv FromRgb(double r, double g, double b) => new(
        Round(16 + (0.182586 * r) + (0.614231 * g) + (0.062007 * b)),
        Round(128 - (0.100644 * r) - (0.338572 * g) + (0.439216 * b)),
        Round(128 + (0.439216 * r) - (0.398942 * g) - (0.040274 * b)));

    /// <summary>Reads <c>#RRGGBB</c>.</summary>
    /// <exception cref="FormatException">It is written otherwise.</exception>
    public static Yuv Parse(string colour) => Shade(colour, 0);

    /// <summary>Reads <c>#RRGGBB</c> and mixes it with white (up to 1) or black (down to −1).</summary>
    public static Yuv Shade(string colour, double amount)
    {
        if (colour.Length != 7 || colour[0] != '#'
            || !int.TryParse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
        {
            throw new FormatException($"'{colour}' is not a colour; #RRGGBB is expected.");
        }

        double Mix(int component) => component + (((amount > 0 ? 255 : 0) - component) * Math.Abs(amount));
        return FromRgb(Mix(value >> 16), Mix((value >> 8) & 255), Mix(value & 255));
    }

    private static byte Round(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
