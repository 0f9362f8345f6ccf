using System.Net;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>What language a text is in, by its script and its smallest words.</summary>
internal static partial class LanguageGuess
{
    private const int LongestLetters = 4000;
    private const int MostWords = 3000;
    private const double FewestHits = 2;

    /// <summary>Of a hundred words, so many are small words or bear a language's marks, at least.</summary>
    private const double LeastShare = 0.12;

    /// <summary>Fewer leave a doubt that its author is told of.</summary>
    private const double SureHits = 6;

    /// <summary>A text with fewer words may be anything: names, numbers.</summary>
    private const int FewestWordsToTell = 30;

    private const int FewestWordsOfAParagraph = 9;
    private const int FewestHitsInAParagraph = 4;

    private static readonly (string Tag, int From, int To)[] Scripts =
    [
        ("zh", 0x3040, 0x30FF), ("zh", 0x4E00, 0x9FFF), ("ar", 0x0600, 0x06FF), ("hi", 0x0900, 0x097F), ("he", 0x0590, 0x05FF),
        ("th", 0x0E00, 0x0E7F), ("ko", 0xAC00, 0xD7AF), ("el", 0x0370, 0x03FF), ("ru", 0x0400, 0x04FF), ("bn", 0x0980, 0x09FF),
        ("pa", 0x0A00, 0x0A7F), ("gu", 0x0A80, 0x0AFF), ("ta", 0x0B80, 0x0BFF), ("te", 0x0C00, 0x0C7F), ("kn", 0x0C80, 0x0CFF),
        ("ml", 0x0D00, 0x0D7F), ("si", 0x0D80, 0x0DFF), ("lo", 0x0E80, 0x0EFF), ("my", 0x1000, 0x109F), ("ka", 0x10A0, 0x10FF),
        ("hy", 0x0530, 0x058F), ("am", 0x1200, 0x137F), ("km", 0x1780, 0x17FF),
    ];

    /// <summary>The language of a text; null where nothing tells.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isSure">Whether no other language comes near; without an answer, whether it may well be English.</param>
    public static string? Of(string text, out bool isSure)
    {
        isSure = true;
        if (ByScript(text) is { } script)
        {
            return script;
        }

        var plain = Markup(Code().Replace(text, " "));
        var words = WordsOf(plain);
        var scores = LanguageClues.Scores(words, plain);
        var english = scores.First(score => score.Tag == "en").Score;
        if (scores[0].Score < FewestHits || scores[0].Score < LeastShare * words.Count)
        {
            isSure = words.Distinct().Count() < FewestWordsToTell || english >= LeastShare / 2 * words.Count;
            var stands = !isSure && scores[0].Score >= SureHits && scores[0].Score > 2 * english && scores[0].Score > scores[1].Score * 1.3;
            return stands ? scores[0].Tag : null;
        }

        isSure = scores[0].Score >= SureHits && scores[0].Score > scores[1].Score * 1.3;
        if (isSure || scores[0].Score > 1.5 * english || scores[0].Tag == "en")
        {
            return scores[0].Tag;
        }

        isSure = true;
        return null;
    }

    /// <summary>The language of a paragraph that is plainly not in the language of the lesson; null for any other.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="own">Primary language of the lesson.</param>
    public static string? Other(string paragraph, string own)
    {
        if (!LanguageClues.SmallWords.ContainsKey(own) || Word().Count(paragraph) < FewestWordsOfAParagraph)
        {
            return null;
        }

        var scores = LanguageClues.Scores(WordsOf(paragraph), paragraph);
        var ownScore = scores.First(score => score.Tag == own).Score;
        return scores[0].Score >= FewestHitsInAParagraph && scores[0].Score > 2 * ownScore ? scores[0].Tag : null;
    }

    private static string? ByScript(string text)
    {
        var letters = text.Where(char.IsLetter).Take(LongestLetters).ToList();
        var top = letters.Select(letter => Scripts.FirstOrDefault(script => letter >= script.From && letter <= script.To).Tag)
            .Where(tag => tag is not null).GroupBy(tag => tag!).OrderByDescending(group => group.Count()).FirstOrDefault();
        if (top is null || top.Count() * 2 <= letters.Count)
        {
            return null;
        }

        return top.Key switch
        {
            "zh" when letters.Any(c => c is >= '\u3040' and <= '\u30FF') => "ja",
            "ru" when letters.Any(c => c is 'і' or 'ї' or 'є' or 'ґ') => "uk",
            "ar" when letters.Any(c => c is 'ٹ' or 'ڈ' or 'ڑ' or 'ے') => "ur",
            "ar" when letters.Any(c => c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک') => "fa",
            var tag => tag,
        };
    }

    /// <summary>The words between tags, with their own letters: names of tags and of letters are English.</summary>
    private static string Markup(string text) => WebUtility.HtmlDecode(Tag().Replace(text, " "));

    [GeneratedRegex(@"</?[a-zA-Z][^<>\n]*>")]
    private static partial Regex Tag();

    private static List<string> WordsOf(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Take(MostWords)];

    [GeneratedRegex(@"^\s*(?<mark>`{3,}|~{3,})[\s\S]*?(?:^\s*\k<mark>|\z)|`[^`\n]+`", RegexOptions.Multiline)]
    private static partial Regex Code();

    /// <summary>A single letter is a word only before another: no mark of an item, no variable.</summary>
    [GeneratedRegex(@"\p{L}{2,}|\p{L}(?=\s\p{L})")]
    private static partial Regex Word();
}
