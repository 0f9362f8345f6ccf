using System.Globalization;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Narration;

/// <summary>Breaks sentences into subtitles that read well: few characters a line, even lengths, breaks where the sentence
/// breathes.</summary>
public static class SubtitleText
{
    private const int LinesPerCue = 2;
    private const string BreathingMarks = ",;:.!?–—";

    /// <summary>Short words that look lost at the end of a line.</summary>
    private static readonly HashSet<string> Leading = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "is", "are", "as", "that", "than",
            "its",
        "der", "die", "das", "ein", "eine", "und", "le", "la", "les", "de", "et", "el", "los", "y",
    };

    /// <summary>Breaks a sentence.</summary>
    /// <param name="sentence">Plain text.</param>
    /// <param name="lineLength">Characters in a line, at most; the square ones of East Asia count twice.</param>
    /// <returns>The subtitles in order, each one or two lines.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Break(string sentence, int lineLength)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, lineLength))
            .ToArray();
        return BestSplit(words, words => Lines(words, lineLength) is not null, CueCost(words, lineLength))
            .Select(cue => (IReadOnlyList<string>)Lines(cue, lineLength)!).ToList();
    }

    /// <summary>How many characters wide a text is: the square ones of East Asia are as wide as two.</summary>
    /// <param name="text">The text.</param>
    public static int Width(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length + text.EnumerateRunes().Count(rune => Scripts.IsEastAsian(Scripts.Of(rune)));
    }

    /// <summary>Breaks a subtitle's words into one or two lines, or none when they do not fit.</summary>
    private static List<string>? Lines(ReadOnlyMemory<string> words, int lineLength)
    {
        var whole = Text(words);
        if (Width(whole) <= lineLength)
        {
            return [whole];
        }

        List<string>? best = null;
        var bestCost = double.MaxValue;
        for (var at = 1; at < words.Length; at++)
        {
            var (upper, lower) = (Text(words[..at]), Text(words[at..]));
            var (upperWidth, lowerWidth) = (Width(upper), Width(lower));
            var cost = Math.Abs(upperWidth - lowerWidth) + BreakCost(words.Span[at - 1]);
            if (upperWidth <= lineLength && lowerWidth <= lineLength && cost < bestCost)
            {
                (best, bestCost) = ([upper, lower], cost);
            }
        }

        return best;
    }

    /// <summary>Prefers few subtitles of even length that end where the sentence breathes.</summary>
    private static Func<ReadOnlyMemory<string>, bool, double> CueCost(string[] words, int lineLength)
    {
        var total = Width(Text(words));
        var even = total / Math.Ceiling(total / (double)(lineLength * LinesPerCue));
        return (cue, last) => 30 + (Math.Pow(Width(Text(cue)) - even, 2) / 12) + (last ? 0 : BreakCost(cue.Span[^1]));
    }

    private static double BreakCost(string word) =>
        BreathingMarks.Contains(word[^1]) ? -12 : Leading.Contains(word) ? 14 : 0;

    /// <summary>The cheapest way to split words into fitting groups.</summary>
    private static List<ReadOnlyMemory<string>> BestSplit(
        string[] words, Func<ReadOnlyMemory<string>, bool> fits, Func<ReadOnlyMemory<string>, bool, double> cost)
    {
        var best = new double[words.Length + 1];
        var from = new int[words.Length + 1];
        for (var end = 1; end <= words.Length; end++)
        {
            best[end] = double.MaxValue;
            for (var start = end - 1; start >= 0 && fits(words.AsMemory(start..end)); start--)
            {
                var total = best[start] + cost(words.AsMemory(start..end), end == words.Length);
                if (total < best[end])
                {
                    (best[end], from[end]) = (total, start);
                }
            }
        }

        var groups = new List<ReadOnlyMemory<string>>();
        for (var end = words.Length; end > 0; end = from[end])
        {
            groups.Insert(0, words.AsMemory(from[end]..end));
        }

        return groups;
    }

    /// <summary>A word that is wider than a line is cut where the line ends; no character is torn.</summary>
    private static IEnumerable<string> Pieces(string word, int lineLength)
    {
        var piece = "";
        for (var elements = StringInfo.GetTextElementEnumerator(word); elements.MoveNext();)
        {
            var element = elements.GetTextElement();
            if (piece.Length > 0 && Width(piece + element) > lineLength)
            {
                yield return piece;
                piece = "";
            }

            piece += element;
        }

        yield return piece;
    }

    private static string Text(ReadOnlyMemory<string> words) => string.Join(' ', words.Span);
}
