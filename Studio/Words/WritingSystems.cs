using System.Text;

namespace TemporalVideo.Studio.Words;

/// <summary>Which scripts a language is written in.</summary>
internal static class WritingSystems
{
    private static readonly (int From, int To, string Name)[] Ranges =
    [
        (0x370, 0x400, "Greek"), (0x400, 0x530, "Cyrillic"), (0x530, 0x590, "Armenian"), (0x590, 0x600, "Hebrew"), (0x600, 0x780, "Arabic"),
        (0x8A0, 0x900, "Arabic"), (0x900, 0x980, "Devanagari"), (0x980, 0xA00, "Bengali"), (0xA00, 0xA80, "Gurmukhi"),
            (0xA80, 0xB00, "Gujarati"),
        (0xB80, 0xC00, "Tamil"), (0xC00, 0xC80, "Telugu"), (0xC80, 0xD00, "Kannada"), (0xD00, 0xD80, "Malayalam"), (0xE00, 0xE80, "Thai"),
        (0x10A0, 0x1100, "Georgian"), (0x1100, 0x1200, "Hangul"), (0x1200, 0x1380, "Ethiopic"), (0x1F00, 0x2000, "Greek"),
            (0x3040, 0x3100, "Kana"),
        (0x3400, 0xA000, "Han"), (0xAC00, 0xD7B0, "Hangul"), (0xF900, 0xFB00, "Han"), (0xFB50, 0xFE00, "Arabic"),
            (0xFE70, 0xFF00, "Arabic"),
        (0x20000, 0x32000, "Han"),
    ];

    private static readonly Dictionary<string, string[]> OfLanguage = new()
    {
        ["el"] = ["Greek"],
        ["ru"] = ["Cyrillic"],
        ["uk"] = ["Cyrillic"],
        ["bg"] = ["Cyrillic"],
        ["sr"] = ["Cyrillic"],
        ["mk"] = ["Cyrillic"],
        ["be"] = ["Cyrillic"],
        ["kk"] = ["Cyrillic"],
        ["hy"] = ["Armenian"],
        ["he"] = ["Hebrew"],
        ["ar"] = ["Arabic"],
        ["fa"] = ["Arabic"],
        ["ur"] = ["Arabic"],
        ["hi"] = ["Devanagari"],
        ["mr"] = ["Devanagari"],
        ["ne"] = ["Devanagari"],
        ["bn"] = ["Bengali"],
        ["pa"] = ["Gurmukhi"],
        ["gu"] = ["Gujarati"],
        ["ta"] = ["Tamil"],
        ["te"] = ["Telugu"],
        ["kn"] = ["Kannada"],
        ["ml"] = ["Malayalam"],
        ["th"] = ["Thai"],
        ["ka"] = ["Georgian"],
        ["ko"] = ["Hangul", "Han"],
        ["am"] = ["Ethiopic"],
        ["ja"] = ["Kana", "Han"],
        ["zh"] = ["Han"],
        ["cmn"] = ["Han"],
        ["yue"] = ["Han"],
    };

    /// <summary>Whether a letter belongs to a script that the language is not written in. Latin letters never do.</summary>
    public static bool IsForeign(Rune letter, string tag) =>
        Name(letter) is { } script && !OfLanguage.GetValueOrDefault(SpeechLexicon.CodeOf(tag), []).Contains(script);

    /// <summary>Whether two letters are of different scripts.</summary>
    public static bool AreApart(char one, char other) => Name(new Rune(one)) != Name(new Rune(other));

    private static string? Name(Rune letter) =>
        Ranges.FirstOrDefault(range => letter.Value >= range.From && letter.Value < range.To) is { Name: { } name } ? name : null;
}
