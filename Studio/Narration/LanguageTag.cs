namespace TemporalVideo.Studio.Narration;

/// <summary>Language codes of media files.</summary>
internal static class LanguageTag
{
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["en"] = "eng",
        ["de"] = "deu",
        ["fr"] = "fra",
        ["es"] = "spa",
        ["it"] = "ita",
        ["pt"] = "por",
        ["nl"] = "nld",
        ["pl"] = "pol",
        ["sv"] = "swe",
        ["da"] = "dan",
        ["nb"] = "nor",
        ["no"] = "nor",
        ["fi"] = "fin",
        ["cs"] = "ces",
        ["el"] = "ell",
        ["tr"] = "tur",
        ["ru"] = "rus",
        ["uk"] = "ukr",
        ["ja"] = "jpn",
        ["zh"] = "zho",
        ["ko"] = "kor",
        ["hi"] = "hin",
        ["ar"] = "ara",
    };

    /// <summary>The ISO 639-2 code that MP4 files use for an IETF tag; <c>und</c> when it is not known here.</summary>
    /// <param name="tag">Such as <c>en</c> or <c>de-AT</c>.</param>
    public static string ToIso639(string tag) => Codes.GetValueOrDefault(tag.Split('-')[0].ToLowerInvariant(), "und");
}
