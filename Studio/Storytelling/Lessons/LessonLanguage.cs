using System.Text.RegularExpressions;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The language of a lesson: as its front matter says it, else as its words tell it.</summary>
/// <param name="Tag">IETF tag.</param>
/// <param name="Notes">What its author may want to know.</param>
internal sealed partial record LessonLanguage(string Tag, IReadOnlyList<LeftOut> Notes)
{
    /// <summary>Languages that a voice here reads from their own writing.</summary>
    private static readonly string[] Spoken =
    [
        "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "no", "fi", "cs", "el", "tr", "ru", "uk", "hu", "ro", "id", "vi",
            "ar", "hi", "zh",
    ];

    // The commonest small words of languages that share the Latin script.
    private static readonly Dictionary<string, HashSet<string>> SmallWords = new(StringComparer.Ordinal)
    {
        ["en"] = ["the", "of", "and", "is", "are", "to", "in", "that", "it", "was", "for", "with", "by", "from", "this", "which", "they"],
        ["de"] = ["der", "die", "das", "und", "ist", "sind", "ein", "eine", "den", "dem", "von", "zu", "mit", "nicht", "auf", "für",
            "wird"],
        ["fr"] = ["le", "la", "les", "des", "et", "est", "une", "dans", "du", "que", "qui", "pour", "sur", "sont", "il", "au", "pas"],
        ["es"] = ["el", "los", "las", "de", "y", "es", "una", "que", "en", "del", "por", "con", "se", "son", "para", "como", "más"],
        ["it"] = ["il", "gli", "le", "di", "e", "è", "una", "che", "della", "per", "con", "sono", "nel", "del", "non", "si", "dei"],
        ["pt"] = ["o", "os", "as", "de", "e", "é", "uma", "que", "em", "do", "da", "por", "com", "são", "para", "não", "mais"],
        ["nl"] = ["het", "een", "van", "en", "is", "zijn", "de", "dat", "niet", "met", "voor", "op", "worden", "ook", "aan"],
    };

    /// <exception cref="StorySourceException">The language that is named is none that can be spoken.</exception>
    public static LessonLanguage Of(string? named, string text, IReadOnlyList<string> own)
    {
        var guess = Guess(text);
        if (string.IsNullOrWhiteSpace(named))
        {
            return guess is null || Spoken.Contains(guess) ? new(guess ?? "en", []) : throw new StorySourceException(
                $"The lesson is written in {LanguageNames.English(guess)} ({guess}), which no voice here can read. {Help}");
        }

        var tag = TagOf(named.Trim(), own);
        return new(tag, guess is not null && guess != tag.Split('-')[0]
            ? [new LeftOut(1, $"language: {named.Trim()}", $"the text looks like '{guess}'; it is spoken as '{tag}' all the same")]
            : []);
    }

    private static string TagOf(string named, IReadOnlyList<string> own) => LanguageTag.TryParse(named, out var tag)
        && (Spoken.Contains(tag.Language) || own.Contains(tag.Language))
        ? tag.Value
        : throw new StorySourceException(
            $"The lesson's front matter says 'language: {Shortened(named)}', which cannot be spoken here. {Help}");

    private static string Help =>
        $"Languages that can be spoken are {string.Join(", ", Spoken)}: a translation into one of them would help.";

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string? Guess(string text)
    {
        var letters = text.Where(char.IsLetter).Take(4000).ToList();
        (string Tag, Func<char, bool> Is)[] scripts =
        [
            ("zh", c => c is >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF'), ("ar", c => c is >= '\u0600' and <= '\u06FF'),
                ("hi", c => c is >= '\u0900' and <= '\u097F'),
            ("he", c => c is >= '\u0590' and <= '\u05FF'), ("th", c => c is >= '\u0E00' and <= '\u0E7F'),
                ("ko", c => c is >= '\uAC00' and <= '\uD7AF'),
            ("el", c => c is >= '\u0370' and <= '\u03FF'), ("ru", c => c is >= '\u0400' and <= '\u04FF'),
        ];
        foreach (var (tag, isOf) in scripts)
        {
            if (letters.Count > 0 && letters.Count(isOf) * 2 > letters.Count)
            {
                return tag == "zh" && letters.Any(c => c is >= '\u3040' and <= '\u30FF') ? "ja" : tag == "ru"
                    && letters.Any(c => c is 'і' or 'ї' or 'є' or 'ґ') ? "uk" : tag;
            }
        }

        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Take(3000).ToList();
        var scores = SmallWords.Select(pair => (Tag: pair.Key, Score: words.Count(pair.Value.Contains)))
            .OrderByDescending(pair => pair.Score).ToList();
        return scores[0].Score >= 6 && scores[0].Score > scores[1].Score * 1.3 ? scores[0].Tag : null;
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
