namespace TemporalVideo.Studio.Narration;

/// <summary>A synthesised sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Seconds">Its measured length, without silence at its ends.</param>
public sealed record SentenceSpeech(string Text, double Seconds);

/// <summary>The measured speech of a segment, before pauses.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Sentences">The sentences in order.</param>
public sealed record SegmentSpeech(string SegmentId, IReadOnlyList<SentenceSpeech> Sentences);

/// <summary>When everything in a video is said.</summary>
/// <param name="Tempo">Factor by which the speech is played faster (above 1) or slower, the same for all sentences.</param>
/// <param name="Segments">The segments with whole frames as their lengths.</param>
public sealed record NarrationSchedule(double Tempo, IReadOnlyList<SpokenSegment> Segments)
{
    /// <summary>Length of the video in seconds.</summary>
    public double Duration => Segments.Sum(segment => segment.Duration);
}
