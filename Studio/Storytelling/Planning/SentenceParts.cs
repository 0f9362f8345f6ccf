using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>
/// A long sentence in the parts that are said one after the other: cut at its commas, semicolons, colons and dashes, in its own words and
/// order, where enough stands on both sides. Brackets and quotations are not cut.
/// </summary>
internal static partial class SentenceParts
{
    private const int FewestWords = 6;
    private const int FewestWordsAtTheEnd = 4;

    // Chinese, Japanese and Thai have no spaces between words: some two letters are one.
    private const int LettersOfAWord = 2;

    /// <summary>The parts, at least one, with the signs and spaces behind them: together they are the sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="most">As many at most; the shortest neighbours are one then.</param>
    public static IReadOnlyList<string> Of(string sentence, int most)
    {
        var parts = All(sentence);
        while (parts.Count > Math.Max(1, most))
        {
            var at = Enumerable.Range(0, parts.Count - 1).MinBy(i => parts[i].Length + parts[i + 1].Length);
            parts[at] += parts[at + 1];
            parts.RemoveAt(at + 1);
        }

        return parts;
    }

    private static List<string> All(string sentence)
    {
        List<string> parts = [];
        var start = 0;
        foreach (var joint in Joint().Matches(sentence).Where(joint => !IsOpen(sentence[..joint.Index])))
        {
            if (Words(sentence[start..joint.Index]) >= FewestWords
                && Words(sentence[(joint.Index + joint.Length)..]) >= FewestWordsAtTheEnd)
            {
                parts.Add(sentence[start..(joint.Index + joint.Length)]);
                start = joint.Index + joint.Length;
            }
        }

        return [.. parts, sentence[start..]];
    }

    /// <summary>A quotation or a bracket begins in it and does not end.</summary>
    public static bool IsOpen(string clause) => clause.Count(c => c == '"') % 2 == 1
        || "“«„([「『".Zip("”»“)]」』").Any(pair => clause.Contains(pair.First)
            && clause.IndexOf(pair.Second, clause.LastIndexOf(pair.First) + 1) < 0);

    private static int Words(string text) => text.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Sum(word =>
        word.Count(IsOfAScriptWithoutSpaces) is var letters and > 0 ? 1 + (letters / LettersOfAWord)
            : word.Any(char.IsLetterOrDigit) ? 1 : 0);

    private static bool IsOfAScriptWithoutSpaces(char letter) =>
        letter is (>= '\u0E00' and <= '\u0EFF') or >= '\u2E80' && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter;

    [GeneratedRegex(@"[,;:،؛](?=\s)\s*|\s[–—]\s|[，、；：]")]
    private static partial Regex Joint();
}
