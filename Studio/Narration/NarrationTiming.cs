using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration;

/// <summary>
/// Distributes pauses between measured sentences so that the video lasts exactly as planned. What pauses cannot take up,
/// a slight change of tempo does. A video whose speech is too long even so lasts longer than its plan.
/// </summary>
public static class NarrationTiming
{
    /// <summary>The fastest the speech is played.</summary>
    public const double FastestTempo = 1.08;

    /// <summary>The slowest the speech is played.</summary>
    public const double SlowestTempo = 0.95;

    private const double ShortestPauses = 0.55;
    private const double RelaxedPauses = 1.35;
    private const double LongestPauseWithin = 2.2;

    /// <summary>Times all segments of a video.</summary>
    /// <param name="segments">The measured speech; at least one segment, each with at least one sentence.</param>
    /// <param name="plannedSeconds">Planned length of the video.</param>
    public static NarrationSchedule Schedule(IReadOnlyList<SegmentSpeech> segments, double plannedSeconds)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentOutOfRangeException.ThrowIfZero(segments.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plannedSeconds);
        var pauses = segments.Select((segment, index) => Pauses.Natural(segment.Sentences.Count, index, segments.Count)).ToList();
        var natural = pauses.Sum(pause => pause.Total);
        var speech = segments.Sum(segment => segment.Sentences.Sum(sentence => sentence.Seconds));
        var tempo = Tempo(speech, natural, plannedSeconds);
        var stretch = Math.Max(ShortestPauses, (plannedSeconds - (speech / tempo)) / natural);
        return new NarrationSchedule(tempo, Place(segments, Stretched(pauses, stretch), tempo));
    }

    private static double Tempo(double speech, double pauses, double planned)
    {
        var fastest = speech / Math.Max(planned - (ShortestPauses * pauses), 1e-6);
        if (fastest > 1)
        {
            return Math.Min(fastest, FastestTempo);
        }

        var slowest = speech / Math.Max(planned - (RelaxedPauses * pauses), 1e-6);
        return slowest is > 0 and < 1 ? Math.Max(slowest, SlowestTempo) : 1;
    }

    /// <summary>Stretches all pauses alike; beyond a comfortable length between sentences the ends of the segments take the rest.</summary>
    private static List<Pauses> Stretched(List<Pauses> pauses, double stretch)
    {
        var within = Math.Min(stretch, LongestPauseWithin);
        var ends = pauses.Sum(pause => pause.Lead + pause.Tail);
        var rest = (stretch - within) * pauses.Sum(pause => pause.Total);
        return pauses
            .Select(pause => new Pauses(
                (pause.Lead * within) + (rest * pause.Lead / ends), pause.Between * within, (pause.Tail * within) + (rest * pause.Tail / ends), pause.Gaps))
            .ToList();
    }

    private static List<SpokenSegment> Place(IReadOnlyList<SegmentSpeech> segments, List<Pauses> pauses, double tempo)
    {
        var placed = new List<SpokenSegment>();
        var exactEnd = 0.0;
        var frames = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            var at = pauses[i].Lead;
            var sentences = new List<SpokenSentence>();
            foreach (var sentence in segments[i].Sentences)
            {
                var end = at + (sentence.Seconds / tempo);
                sentences.Add(new SpokenSentence(sentence.Text, at, end));
                at = end + pauses[i].Between;
            }

            exactEnd += sentences[^1].End + pauses[i].Tail;
            var endFrame = VideoFormat.Frames(exactEnd);
            var duration = (double)(endFrame - frames) / VideoFormat.FramesPerSecond;
            placed.Add(new SpokenSegment { SegmentId = segments[i].SegmentId, Duration = duration, Sentences = sentences });
            frames = endFrame;
        }

        return placed;
    }

    /// <summary>The pauses of a segment in seconds.</summary>
    private sealed record Pauses(double Lead, double Between, double Tail, int Gaps)
    {
        public double Total => Lead + (Between * Gaps) + Tail;

        public static Pauses Natural(int sentences, int index, int count)
        {
            ArgumentOutOfRangeException.ThrowIfZero(sentences);
            return new Pauses(index == 0 ? 0.9 : 0.65, 0.38, index == count - 1 ? 1.5 : 0.7, sentences - 1);
        }
    }
}
