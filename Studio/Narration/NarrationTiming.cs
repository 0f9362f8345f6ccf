using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration;

/// <summary>
/// Distributes pauses between measured sentences so that the video lasts as planned. What pauses cannot take up, a slight change of tempo
/// does. A video whose speech is too long even so lasts longer than its plan; one with little speech is shorter: nobody
/// likes to hear silence.
/// </summary>
public static class NarrationTiming
{
    /// <summary>The fastest the speech is played.</summary>
    public const double FastestTempo = 1.08;

    /// <summary>The slowest the speech is played.</summary>
    public const double SlowestTempo = 0.95;

    private const double ShortestPauses = 0.55;
    private const double RelaxedPauses = 1.1;

    /// <summary>Two recordings of one length differ by less, in seconds: a sample is longer.</summary>
    private const double SameLength = 1e-5;

    /// <summary>Between sentences; 0.7 s.</summary>
    private const double LongestBetween = 1.85;

    /// <summary>Between segments; 1 s.</summary>
    private const double LongestEnds = 1.1;

    /// <summary>Times all segments of a video.</summary>
    /// <param name="segments">The measured speech; at least one segment, each with at least one sentence.</param>
    /// <param name="plannedSeconds">Planned length of the video.</param>
    /// <param name="leastSeconds">How long each segment stays at least, to be read; null: as long as its speech.</param>
    /// <param name="kept">
    /// Segments of an earlier video that keep their times as long as they are said the same; the others are spoken in its tempo, with
    /// natural pauses. Null: all are timed together.
    /// </param>
    public static NarrationSchedule Schedule(
        IReadOnlyList<SegmentSpeech> segments, double plannedSeconds, IReadOnlyList<double>? leastSeconds = null,
        NarrationSchedule? kept = null)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentOutOfRangeException.ThrowIfZero(segments.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plannedSeconds);
        var pauses = segments.Select((segment, index) => Pauses.Natural(segment.Sentences.Count, index, segments.Count)).ToList();
        if (kept is not null)
        {
            var placed = Place(segments, pauses, kept.Tempo, leastSeconds);
            return new NarrationSchedule(kept.Tempo, [.. segments.Zip(placed, (said, anew) => Before(kept, said) ?? anew)]);
        }

        var natural = pauses.Sum(pause => pause.Total);
        var speech = segments.Sum(segment => segment.Sentences.Sum(sentence => sentence.Seconds));
        var tempo = Tempo(speech, natural, plannedSeconds);
        var stretch = Math.Max(ShortestPauses, (plannedSeconds - (speech / tempo)) / natural);
        return new NarrationSchedule(tempo, Place(segments, [.. pauses.Select(pause => pause.Stretched(stretch))], tempo, leastSeconds));
    }

    private static SpokenSegment? Before(NarrationSchedule kept, SegmentSpeech said) => kept.Segments.FirstOrDefault(segment =>
        segment.SegmentId == said.SegmentId
        && segment.Sentences.Count == said.Sentences.Count
        && segment.Sentences.Zip(said.Sentences).All(pair => pair.First.Text == pair.Second.Text
            && Math.Abs(((pair.First.End - pair.First.Start) * kept.Tempo) - pair.Second.Seconds) < SameLength));

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

    private static List<SpokenSegment> Place(
        IReadOnlyList<SegmentSpeech> segments, List<Pauses> pauses, double tempo, IReadOnlyList<double>? least)
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
                var (start, end) = (at, at + (sentence.Seconds / tempo));
                sentences.Add(new SpokenSentence(sentence.Text, start, end)
                {
                    Words = [.. sentence.Words.Select(word => word with
                    {
                        Start = start + (word.Start / tempo),
                        End = start + (word.End / tempo),
                    })],
                });
                at = end + pauses[i].Between;
            }

            exactEnd += Math.Max(sentences[^1].End + pauses[i].Tail, least?[i] ?? 0);
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
            return new Pauses(index == 0 ? 0.7 : 0.45, 0.38, index == count - 1 ? 1.3 : 0.45, sentences - 1);
        }

        /// <summary>All alike, up to what is comfortable.</summary>
        public Pauses Stretched(double stretch)
        {
            var (ends, between) = (Math.Min(stretch, LongestEnds), Math.Min(stretch, LongestBetween));
            return new Pauses(Lead * ends, Between * between, Tail * ends, Gaps);
        }
    }
}
