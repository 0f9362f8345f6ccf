using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Short statements for the screen: the lesson's own bold phrases and, where it has few, its short sentences.</summary>
internal static class KeyPoints
{
    private const int Longest = 46;
    private const int LongestSentence = 96;
    private const int MostWords = 8;
    private const int EnoughTerms = 2;
    private const int ShortestItem = 12;
    private const int LongestItem = 64;

    /// <summary>What ends a sentence or a part of one, in the scripts that are read here.</summary>
    internal static readonly char[] Ends = ['.', ':', ',', ';', ' ', '。', '।', '॥', '：', '，', '、', '،', '؛'];

    public static IReadOnlyList<string> Of(IReadOnlyList<LessonSentence> sentences, int most)
    {
        var hasTerms = sentences.Sum(sentence => sentence.Terms.Count) >= EnoughTerms;
        return Distinct(
            sentences.SelectMany(sentence => sentence.Terms.Count > 0 ? sentence.Terms.Where(IsStatement).Select(Label) : hasTerms ? []
                : ShortSentence(sentence)), Longest, most);
    }

    /// <summary>What is to be remembered: whole sentences where they are short enough, else their bold phrase, else their
    /// clauses.</summary>
    public static IReadOnlyList<string> ToRemember(IReadOnlyList<LessonSentence> sentences, int most) =>
        Distinct(sentences.SelectMany(Memorable).Select(Label), LongestSentence, most);

    /// <summary>A phrase as a label: capitalised, without the point at its end.</summary>
    public static string Label(string phrase) => Phrases.Capitalise(phrase.Trim().TrimEnd(Ends));

    /// <summary>The label of a list item: its bold phrase, else its first sentence, shortened.</summary>
    public static string ItemLabel(LessonSentence first)
    {
        return Label(first.Terms.Count > 0 ? first.Terms[0] : Shorten(first.Text));
    }

    private static List<string> Distinct(IEnumerable<string> points, int longest, int most) =>
        [.. points.Where(point => point.Length > 2 && point.Length <= longest).Distinct(StringComparer.OrdinalIgnoreCase).Take(most)];

    private static IEnumerable<string> Memorable(LessonSentence sentence)
    {
        if (sentence.Text.Length <= LongestSentence)
        {
            return [sentence.Text];
        }

        return sentence.Terms.Count > 0 ? [Phrases.Capitalise(sentence.Terms[0])] : Clauses.All(sentence.Text);
    }

    private static IEnumerable<string> ShortSentence(LessonSentence sentence)
    {
        var clause = Clauses.First(sentence.Text);
        return !ListKinds.IsQuestion(sentence.Text) && IsWhole(sentence.Text) && clause.Split(' ').Length is >= 2 and <= MostWords
            && clause.IndexOfAny([',', ':', '–', '—', '"', '“', '„', '«', '(']) < 0 && !Phrases.LeansBack(clause)
                && !char.IsLower(clause[0])
            ? [Label(clause)] : [];
    }

    /// <summary>A single word before a colon is a label of what follows, no statement.</summary>
    private static bool IsStatement(string term) => !term.EndsWith(':') || term.Contains(' ');

    /// <summary>A sentence that ends: "The amount after t years is" goes on in a formula.</summary>
    private static bool IsWhole(string sentence) =>
        sentence.TrimEnd('"', '”', '’', '»', ')', ' ') is [.., '.' or '!' or '。' or '！' or '।' or '॥' or '…'];

    private static string Shorten(string sentence)
    {
        if (sentence.Length <= LongestItem)
        {
            return sentence;
        }

        var clause = sentence.Split([", ", "; ", ": ", " – "], 2, StringSplitOptions.None)[0];
        if (clause.Length is >= ShortestItem and <= LongestItem)
        {
            return clause;
        }

        var at = sentence.LastIndexOf(' ', LongestItem - 2);
        return at > 0 ? sentence[..at].TrimEnd(',', ';', ':', '–', ' ') + " …" : sentence;
    }
}
