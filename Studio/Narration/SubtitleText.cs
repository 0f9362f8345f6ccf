namespace TemporalVideo.Studio.Narration;

/// <summary>Breaks sentences into subtitles that read well: few characters a line, even lengths, breaks where the sentence
/// breathes.</summary>
public static class SubtitleText
{
    /// <summary>Characters in a line, at most.</summary>
    public const int LineLength = 42;

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
    /// <returns>The subtitles in order, each one or two lines.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Break(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Pieces).ToArray();
        return BestSplit(words, words => Lines(words) is not null, CueCost(words)).Select(cue => (IReadOnlyList<string>)Lines(cue)!)
            .ToList();
    }

    /// <summary>Breaks a subtitle's words into one or two lines, or none when they do not fit.</summary>
    private static List<string>? Lines(ReadOnlyMemory<string> words)
    {
        var whole = Text(words);
        if (whole.Length <= LineLength)
        {
            return [whole];
        }

        List<string>? best = null;
        var bestCost = double.MaxValue;
        for (var at = 1; at < words.Length; at++)
        {
            var (upper, lower) = (Text(words[..at]), Text(words[at..]));
            var cost = Math.Abs(upper.Length - lower.Length) + BreakCost(words.Span[at - 1]);
            if (upper.Length <= LineLength && lower.Length <= LineLength && cost < bestCost)
            {
                (best, bestCost) = ([upper, lower], cost);
            }
        }

        return best;
    }

    /// <summary>Prefers few subtitles of even length that end where the sentence breathes.</summary>
    private static Func<ReadOnlyMemory<string>, bool, double> CueCost(string[] words)
    {
        var total = Text(words).Length;
        var even = total / Math.Ceiling(total / (double)(LineLength * LinesPerCue));
        return (cue, last) => 30 + (Math.Pow(Text(cue).Length - even, 2) / 12) + (last ? 0 : BreakCost(cue.Span[^1]));
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

    private static IEnumerable<string> Pieces(string word) => word.Chunk(LineLength).Select(piece => new string(piece));

    private static string Text(ReadOnlyMemory<string> words) => string.Join(' ', words.Span);
}
