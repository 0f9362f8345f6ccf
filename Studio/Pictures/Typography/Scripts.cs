using System.Text;
using HarfBuzzSharp;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>What is known of the scripts that text is written in.</summary>
internal static class Scripts
{
    private static readonly HashSet<Script> RightToLeft = [Script.Arabic, Script.Hebrew, Script.Syriac, Script.Thaana, Script.Nko];

    // Letters stand apart; in other scripts letter spacing would tear joined letters and marks.
    private static readonly HashSet<Script> Spaced =
        [Script.Latin, Script.Greek, Script.Cyrillic, Script.Common, Script.Inherited, Script.Armenian, Script.Georgian];

    // Names of the Noto fonts of a script, "NotoSans" apart.
    private static readonly Dictionary<Script, string[]> Fonts = new()
    {
        [Script.Latin] = [""],
        [Script.Greek] = [""],
        [Script.Cyrillic] = [""],
        [Script.Arabic] = ["Arabic"],
        [Script.Hebrew] = ["Hebrew"],
        [Script.Devanagari] = ["Devanagari"],
        [Script.Thai] = ["Thai"],
        [Script.Armenian] = ["Armenian"],
        [Script.Georgian] = ["Georgian"],
        [Script.Bengali] = ["Bengali"],
        [Script.Tamil] = ["Tamil"],
        [Script.Telugu] = ["Telugu"],
        [Script.Gujarati] = ["Gujarati"],
        [Script.Gurmukhi] = ["Gurmukhi"],
        [Script.Kannada] = ["Kannada"],
        [Script.Malayalam] = ["Malayalam"],
        [Script.Sinhala] = ["Sinhala"],
        [Script.Khmer] = ["Khmer"],
        [Script.Lao] = ["Lao"],
        [Script.Myanmar] = ["Myanmar"],
        [Script.Ethiopic] = ["Ethiopic"],
        [Script.Common] = ["", "Symbols", "Symbols2", "Math"],
    };

    public static Script Of(Rune character) => UnicodeFunctions.Default.GetScript(character.Value);

    public static bool IsRightToLeft(Rune character) => RightToLeft.Contains(Of(character));

    public static bool IsSpaced(Script script) => Spaced.Contains(script);

    /// <summary>Han, kana and hangul: written without spaces, drawn with one font for all.</summary>
    public static bool IsEastAsian(Script script) =>
        script == Script.Han || script == Script.Hiragana || script == Script.Katakana || script == Script.Hangul
        || script == Script.Bopomofo;

    /// <summary>What the Noto fonts of a script are called after "NotoSans".</summary>
    public static IReadOnlyList<string> NotoNames(Script script) => Fonts.GetValueOrDefault(script) ?? Fonts[Script.Common];

    /// <summary>The Debian package that brings a font for a script.</summary>
    public static string Package(Script script) => IsEastAsian(script) ? "fonts-noto-cjk" : "fonts-noto-core";
}
