namespace TemporalVideo.Studio.Narration;

/// <summary>What common languages are called: in English, by themselves, and in ISO 639-2.</summary>
internal static class LanguageNames
{
    private static readonly (string Tag, string Code, string[] Names)[] Known =
    [
        ("en", "eng", ["english", "englisch", "anglais", "inglés", "inglese", "inglês"]),
        ("de", "deu", ["german", "deutsch", "allemand", "alemán", "tedesco"]),
        ("fr", "fra", ["french", "français", "francais", "französisch", "francés", "francese"]),
        ("es", "spa", ["spanish", "español", "espanol", "castellano", "spanisch", "espagnol"]),
        ("it", "ita", ["italian", "italiano", "italienisch", "italien"]),
        ("pt", "por", ["portuguese", "português", "portugues", "portugiesisch"]),
        ("nl", "nld", ["dutch", "nederlands", "niederländisch"]),
        ("pl", "pol", ["polish", "polski", "polnisch"]),
        ("sv", "swe", ["swedish", "svenska"]),
        ("da", "dan", ["danish", "dansk"]),
        ("nb", "nor", ["norwegian", "norsk", "bokmål"]),
        ("no", "nor", []),
        ("fi", "fin", ["finnish", "suomi"]),
        ("cs", "ces", ["czech", "čeština", "cestina"]),
        ("sk", "slk", ["slovak", "slovenčina"]),
        ("hu", "hun", ["hungarian", "magyar"]),
        ("ro", "ron", ["romanian", "română", "romana"]),
        ("el", "ell", ["greek", "ελληνικά"]),
        ("tr", "tur", ["turkish", "türkçe", "turkce"]),
        ("ru", "rus", ["russian", "русский"]),
        ("uk", "ukr", ["ukrainian", "українська"]),
        ("ja", "jpn", ["japanese", "日本語"]),
        ("zh", "zho", ["chinese", "mandarin", "中文"]),
        ("ko", "kor", ["korean", "한국어"]),
        ("hi", "hin", ["hindi", "हिन्दी"]),
        ("ar", "ara", ["arabic", "العربية"]),
        ("he", "heb", ["hebrew", "עברית"]),
        ("th", "tha", ["thai", "ไทย"]),
        ("vi", "vie", ["vietnamese", "tiếng việt"]),
        ("id", "ind", ["indonesian", "bahasa indonesia"]),
        ("ca", "cat", ["catalan", "català"]),
        ("fa", "fas", ["persian", "farsi", "فارسی"]),
        ("ur", "urd", ["urdu", "اردو"]),
        ("bn", "ben", ["bengali", "bangla", "বাংলা"]),
        ("ta", "tam", ["tamil", "தமிழ்"]),
        ("te", "tel", ["telugu", "తెలుగు"]),
        ("kn", "kan", ["kannada", "ಕನ್ನಡ"]),
        ("ml", "mal", ["malayalam", "മലയാളം"]),
        ("gu", "guj", ["gujarati", "ગુજરાતી"]),
        ("pa", "pan", ["punjabi", "panjabi", "ਪੰਜਾਬੀ"]),
        ("si", "sin", ["sinhala", "සිංහල"]),
        ("my", "mya", ["burmese", "မြန်မာ"]),
        ("km", "khm", ["khmer", "ភាសាខ្មែរ"]),
        ("lo", "lao", ["lao", "ລາວ"]),
        ("ka", "kat", ["georgian", "ქართული"]),
        ("hy", "hye", ["armenian", "հայերեն"]),
        ("am", "amh", ["amharic", "አማርኛ"]),
    ];

    private static readonly Dictionary<string, string> Tags =
        Known.SelectMany(language => language.Names.Select(name => (name, language.Tag)))
            .ToDictionary(pair => pair.name, pair => pair.Tag, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Codes = Known.ToDictionary(language => language.Tag, language => language.Code);

    /// <summary>The tag of a language's name; null when no language here is called so.</summary>
    public static string? TagOf(string name) => Tags.GetValueOrDefault(name);

    /// <summary>What a language is called in English; its tag where that is not known here.</summary>
    public static string English(string tag) =>
        Known.FirstOrDefault(language => language.Tag == tag).Names is [{ Length: > 0 } name, ..]
            ? char.ToUpperInvariant(name[0]) + name[1..] : tag;

    /// <summary>The ISO 639-2 code of a language; <c>und</c> when it is not known here.</summary>
    public static string ThreeLetterCodeOf(string language) => Codes.GetValueOrDefault(language, "und");
}
