using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>What language a text is in, by its script and its smallest words.</summary>
internal static partial class LanguageGuess
{
    private const int LongestLetters = 4000;
    private const int MostWords = 3000;
    private const int FewestHits = 6;
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
        ["pl"] = ["w", "i", "z", "na", "się", "jest", "nie", "do", "to", "że", "są", "przez", "od", "oraz", "po", "jak", "ich"],
        ["sv"] = ["och", "att", "det", "som", "en", "är", "av", "för", "på", "den", "med", "till", "inte", "ett", "de", "från", "när"],
        ["da"] = ["og", "at", "det", "som", "en", "er", "af", "for", "på", "den", "med", "til", "ikke", "et", "de", "fra", "når"],
        ["nb"] = ["og", "å", "det", "som", "en", "er", "av", "for", "på", "den", "med", "til", "ikke", "et", "de", "fra", "når"],
        ["fi"] = ["ja", "on", "ei", "että", "se", "oli", "ovat", "kun", "myös", "mutta", "tai", "kuin", "niin", "joka", "hän"],
        ["cs"] = ["a", "se", "v", "na", "je", "že", "z", "do", "s", "byl", "jako", "jsou", "které", "pro", "nebo", "ale", "od"],
        ["tr"] = ["ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "çok", "daha", "olan", "gibi", "sonra", "en", "kadar"],
        ["hu"] = ["a", "az", "és", "hogy", "nem", "egy", "is", "meg", "volt", "van", "mint", "ez", "vagy", "de", "el"],
        ["ro"] = ["și", "de", "în", "a", "la", "cu", "o", "este", "pe", "care", "din", "un", "sunt", "nu", "că", "mai", "au"],
        ["id"] = ["yang", "dan", "di", "ini", "itu", "dengan", "untuk", "dari", "pada", "adalah", "dalam", "tidak", "ke", "oleh"],
        ["vi"] = ["và", "của", "là", "có", "các", "trong", "được", "cho", "một", "với", "không", "những", "này", "từ", "để"],
    };

    /// <summary>The language of a text; null where nothing tells.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isSure">Whether no other language comes near.</param>
    public static string? Of(string text, out bool isSure)
    {
        isSure = true;
        if (ByScript(text) is { } script)
        {
            return script;
        }

        var scores = Scores(text);
        if (scores[0].Score < FewestHits)
        {
            return null;
        }

        isSure = scores[0].Score > scores[1].Score * 1.3;
        return isSure || scores[0].Score > 2 * scores.First(score => score.Tag == "en").Score ? scores[0].Tag : null;
    }

    /// <summary>The language of a paragraph that is plainly not in the language of the lesson; null for any other.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="own">Primary language of the lesson.</param>
    public static string? Other(string paragraph, string own)
    {
        if (!SmallWords.ContainsKey(own) || Word().Count(paragraph) < FewestWordsOfAParagraph)
        {
            return null;
        }

        var scores = Scores(paragraph);
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

    private static List<(string Tag, int Score)> Scores(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Take(MostWords).ToList();
        return [.. SmallWords.Select(pair => (Tag: pair.Key, Score: words.Count(pair.Value.Contains)))
            .OrderByDescending(pair => pair.Score)];
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
