using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>
/// What the sentences of a segment say, in a few of their own words: each up to where a conjunction leads on, and where there is room, the
/// rest of those that take long, part by part, so that the picture does not stand while they are spoken.
/// </summary>
internal static class SentenceGist
{
    private const int ShortSentence = 80;
    private const int Longest = 150;

    /// <summary>What a part may have where its sentence would not be seen at all otherwise.</summary>
    private const int LongestOfAll = 240;

    /// <summary>Seconds of speech, about, beside which one text stands too long.</summary>
    private const double LongSpeech = 8;

    /// <summary>What is shown, with the sentence that it is of; a part that goes on begins with an ellipsis.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="most">How many texts there is room for.</param>
    public static IReadOnlyList<(string Text, int Sentence)> Of(Segment segment, int most)
    {
        IReadOnlyList<string> sentences = [.. segment.Sentences.Select(sentence => sentence.Text)];
        List<Said> said = [];
        for (var i = 0; i < sentences.Count && said.Count < most; i++)
        {
            var next = Cut(i, sentences[i], TakesLong(segment, sentences[i]));
            if (IsShown(next.Alone) || (next.GoesOn.Length > 0 && IsShown(next.Head)))
            {
                said.Add(next);
            }
        }

        IReadOnlyList<(string Text, int Sentence)> gist = [.. Filled(said, most)];

        // Sentences that are long and cannot be cut are shown whole rather than not at all.
        return gist.Count > 0 ? gist : [.. sentences.Take(2).Select((sentence, i) => (KeyPoints.Label(sentence), i))];
    }

    /// <summary>
    /// The rest of the sentences, the longest first, as far as there is room: all of it or nothing, because half a sentence says something
    /// else. What is shown keeps its order.
    /// </summary>
    private static IEnumerable<(string Text, int Sentence)> Filled(List<Said> said, int most)
    {
        var room = most - said.Count;
        var rests = new Dictionary<int, IReadOnlyList<string>>();
        foreach (var each in said.OrderByDescending(each => each.GoesOn.Length))
        {
            var parts = each.GoesOn.Length == 0 || room == 0 ? [] : SentenceParts.Of(each.GoesOn, room);
            var longest = IsShown(each.Alone) ? Longest : LongestOfAll;
            rests[each.Sentence] = parts.All(part => part.Length <= longest) ? parts : [];
            room -= rests[each.Sentence].Count;
        }

        return said.Where(each => rests[each.Sentence].Count > 0 || IsShown(each.Alone)).SelectMany(each => rests[each.Sentence]
            .Select(part => $"… {part.TrimEnd(KeyPoints.Ends)}")
            .Prepend(KeyPoints.Label(rests[each.Sentence].Count > 0 ? each.Head : each.Alone))
            .Select(text => (text, each.Sentence)));
    }

    private static bool IsShown(string text) => text.Length <= Longest && !text.EndsWith(':');

    private static Said Cut(int index, string sentence, bool takesLong)
    {
        var clause = sentence.Length <= ShortSentence ? sentence : Clauses.First(sentence);

        // What stands before a colon only leads to what stands behind it, and somebody's words are not cut in the middle.
        var isCut = clause.Length < sentence.Length && sentence[clause.Length] != ':' && !SentenceParts.IsOpen(clause);
        var alone = isCut ? clause : sentence;
        var head = !takesLong || isCut ? alone : SentenceParts.Of(sentence, int.MaxValue)[0];
        return new Said(index, head, takesLong ? sentence[head.Length..].TrimStart(KeyPoints.Ends) : "", alone);
    }

    /// <summary>Whether a sentence takes long to say, by its share of the segment. Formulas have commas of their own.</summary>
    private static bool TakesLong(Segment segment, string sentence) =>
        segment.Formulas.Count == 0
        && segment.Duration * sentence.Length / Math.Max(1, segment.Sentences.Sum(other => other.Text.Length)) > LongSpeech;

    /// <summary>What is shown of a sentence.</summary>
    /// <param name="Sentence">Which one.</param>
    /// <param name="Head">Its beginning, where the rest is shown, too.</param>
    /// <param name="GoesOn">The rest; empty where it is short.</param>
    /// <param name="Alone">What stands for it without its rest.</param>
    private sealed record Said(int Sentence, string Head, string GoesOn, string Alone);
}
