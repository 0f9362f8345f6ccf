namespace TemporalVideo.Studio.Narration;

/// <summary>Times subtitles from the narration.</summary>
public static class SubtitleCues
{
    private const double Lingers = 0.25;

    /// <summary>The subtitles of one segment, in seconds from its start.</summary>
    /// <param name="segment">The narration.</param>
    /// <param name="layout">How they are set.</param>
    public static IReadOnlyList<SubtitleCue> Of(SpokenSegment segment, CaptionLayout layout) => Of([segment], layout);

    /// <summary>The subtitles of a video, in seconds from its start.</summary>
    /// <param name="segments">All segments in playing order.</param>
    /// <param name="layout">How they are set.</param>
    public static IReadOnlyList<SubtitleCue> Of(IEnumerable<SpokenSegment> segments, CaptionLayout layout)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(layout);
        var cues = new List<SubtitleCue>();
        var offset = 0.0;
        foreach (var segment in segments)
        {
            cues.AddRange(segment.Sentences.SelectMany(sentence => Split(sentence, offset, segment.Duration, layout.LineLength)));
            offset += segment.Duration;
        }

        return cues.Select((cue, index) => index + 1 < cues.Count && cue.End > cues[index + 1].Start
            ? cue with { End = cues[index + 1].Start }
            : cue).ToList();
    }

    /// <summary>A subtitle appears with its first word; where words have no time, it stays for its share of the characters.</summary>
    private static IEnumerable<SubtitleCue> Split(SpokenSentence sentence, double offset, double segmentEnd, int lineLength)
    {
        var parts = SubtitleText.Break(sentence.Text, lineLength);
        var starts = Starts(parts, sentence);
        for (var i = 0; i < parts.Count; i++)
        {
            var end = i == parts.Count - 1 ? Math.Min(sentence.End + Lingers, segmentEnd) : starts[i + 1];
            yield return new SubtitleCue(offset + starts[i], offset + end, parts[i]);
        }
    }

    private static double[] Starts(IReadOnlyList<IReadOnlyList<string>> parts, SpokenSentence sentence)
    {
        var words = parts.Select(lines => lines.Sum(WordsIn)).ToArray();
        var firsts = words.Select((_, i) => words[..i].Sum()).ToArray();
        if (words.Sum() == sentence.Words.Count)
        {
            return [.. firsts.Select((first, i) => i == 0 ? sentence.Start : sentence.Words[first].Start)];
        }

        var lengths = parts.Select(lines => lines.Sum(line => line.Length + 1)).ToArray();
        var perCharacter = (sentence.End - sentence.Start) / Math.Max(1, lengths.Sum());
        return [.. lengths.Select((_, i) => sentence.Start + (lengths[..i].Sum() * perCharacter))];
    }

    private static int WordsIn(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
