using System.Text;
using HarfBuzzSharp;

namespace TemporalVideo.Studio.Words;

/// <summary>Composes and takes apart letters with marks. The product runs without the data that <see cref="string.Normalize()"/>
/// needs.</summary>
public static class Letters
{
    private static readonly Dictionary<int, string> Ligatures = new()
    {
        [0xFB00] = "ff",
        [0xFB01] = "fi",
        [0xFB02] = "fl",
        [0xFB03] = "ffi",
        [0xFB04] = "ffl",
        [0xFB05] = "st",
        [0xFB06] = "st",
        [0x132] = "IJ",
        [0x133] = "ij",
        [0x1C4] = "DŽ",
        [0x1C6] = "dž",
        [0x1C7] = "LJ",
        [0x1C9] = "lj",
        [0x1CA] = "NJ",
        [0x1CC] = "nj",
    };

    /// <summary>Joins letters and the marks behind them where one character stands for both; ligatures become their letters.</summary>
    /// <param name="text">Any text.</param>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.All(character => character < 0x132))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        Rune? last = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (last is { } before && IsMark(rune)
                && UnicodeFunctions.Default.TryCompose((uint)before.Value, (uint)rune.Value, out var joined))
            {
                last = new Rune((int)joined);
                continue;
            }

            composed.Append(last?.ToString() ?? "");
            last = rune;
            if (Ligatures.TryGetValue(rune.Value, out var letters))
            {
                composed.Append(letters);
                last = null;
            }
        }

        return composed.Append(last?.ToString() ?? "").ToString();
    }

    /// <summary>The letter without its marks.</summary>
    /// <param name="letter">Such as <c>ř</c>.</param>
    public static Rune Base(Rune letter)
    {
        while (UnicodeFunctions.Default.TryDecompose((uint)letter.Value, out var first, out var second) && second != 0)
        {
            letter = new Rune((int)first);
        }

        return letter;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
