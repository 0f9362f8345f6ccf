namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>Which languages espeak-ng 1.51 reads from their own writing. docs/voices.md has the phonemes that were looked at.</summary>
internal static class ReadLanguages
{
    /// <summary>It knows the letters and makes words of them.</summary>
    public static readonly IReadOnlyCollection<string> ByEspeak =
    [
        "af", "an", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa",
        "fi", "fr", "ga", "gd", "hi", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "ko", "ky", "la", "lb", "lt", "lv", "mk",
        "ml", "mr", "ms", "mt", "nb", "ne", "nl", "no", "pa", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta",
        "te", "tr", "uk", "ur", "uz", "vi", "yue", "zh",
    ];

    /// <summary>It has a voice of that name and does not read the language.</summary>
    private static readonly Dictionary<string, string> Unread = new()
    {
        ["ja"] = "espeak-ng reads Japanese kana only and names every kanji 'Chinese letter'",
        ["th"] = "espeak-ng reads single Thai letters and leaves most vowels out",
        ["my"] = "espeak-ng reads single Burmese letters and leaves vowels out",
        ["he"] = "espeak-ng reads the consonants of Hebrew without its vowels",
    };

    /// <summary>What is to be known of a language that it reads with a weakness; null: nothing.</summary>
    /// <param name="language">Such as <c>ar</c>.</param>
    public static string? WeaknessOf(string language) => language switch
    {
        "ar" => "espeak-ng leaves the short vowels out of Arabic words that are written without them",
        "ko" => "espeak-ng reads Korean syllable by syllable: sounds that change where two meet, as in -습니다, stay unchanged",
        _ => null,
    };

    /// <summary>Why a language is not read; null when it is only unknown here.</summary>
    /// <param name="language">Such as <c>ja</c>.</param>
    public static string? WhyNot(string language) => Unread.GetValueOrDefault(language);
}
