using System.Text;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Narration.Timing;

/// <summary>
/// Carries times from the words that are said to the words that are written: "1998" is heard while "nineteen ninety-eight" is said.
/// </summary>
public static class WordAlignment
{
    /// <summary>When each word of a written sentence is heard.</summary>
    /// <param name="text">The sentence as it is written; words are parted by spaces.</param>
    /// <param name="said">The words of the sentence as they are said, in order; empty when that is not known.</param>
    /// <param name="seconds">Length of the sentence.</param>
    /// <returns>A time for each word; words about which nothing is known share the time between their neighbours by their length.</returns>
    public static IReadOnlyList<WordTime> Of(string text, IReadOnlyList<WordTime> said, double seconds)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(said);
        var written = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var pairs = Matches([.. written.Select(Key)], [.. said.Select(word => Key(word.Word))]);
        var times = new List<WordTime>();
        foreach (var (index, match) in pairs.Append((written.Length, said.Count)))
        {
            var before = pairs.LastOrDefault(pair => pair.Written < index, (Written: -1, Said: -1)).Said;
            times.AddRange(Between(written[times.Count..index], said, before, match, seconds));
            if (index < written.Length)
            {
                times.Add(said[match] with { Word = written[index] });
            }
        }

        return times;
    }

    /// <summary>Words without a match share the time of what was said between the matches beside them.</summary>
    private static IEnumerable<WordTime> Between(string[] written, IReadOnlyList<WordTime> said, int before, int after, double seconds)
    {
        if (written.Length == 0)
        {
            yield break;
        }

        var hasOwn = after - before > 1;
        var start = hasOwn ? said[before + 1].Start : before >= 0 ? said[before].End : 0;
        var end = hasOwn ? said[after - 1].End : after < said.Count ? said[after].Start : Math.Max(start, seconds);
        var letters = written.Sum(word => word.Length);
        foreach (var word in written)
        {
            var stop = start + ((end - start) * word.Length / letters);
            yield return new WordTime(word, start, stop);
            (start, letters) = (stop, letters - word.Length);
        }
    }

    /// <summary>The longest common run of equal words, in order.</summary>
    private static List<(int Written, int Said)> Matches(string[] written, string[] said)
    {
        var longest = new int[written.Length + 1, said.Length + 1];
        for (var i = written.Length - 1; i >= 0; i--)
        {
            for (var j = said.Length - 1; j >= 0; j--)
            {
                longest[i, j] = written[i].Length > 0 && written[i] == said[j]
                    ? longest[i + 1, j + 1] + 1
                    : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < written.Length && j < said.Length;)
        {
            if (written[i].Length > 0 && written[i] == said[j])
            {
                pairs.Add((i++, j++));
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }

    /// <summary>A word without marks and cases, so that "Dvořák," is "dvorak".</summary>
    internal static string Key(string word)
    {
        var key = new StringBuilder();
        foreach (var rune in word.EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            key.Append(Rune.ToLowerInvariant(Letters.Base(rune)).ToString());
        }

        return key.ToString();
    }
}
