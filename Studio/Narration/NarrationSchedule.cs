using TemporalVideo.Studio.Narration.Timing;

namespace TemporalVideo.Studio.Narration;

/// <summary>A synthesised sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Seconds">Its measured length, without silence at its ends.</param>
public sealed record SentenceSpeech(string Text, double Seconds)
{
    /// <summary>When each written word is heard, in seconds from the start of the sentence; empty when that is not known.</summary>
    public IReadOnlyList<WordTime> Words { get; init; } = [];

    /// <summary>A written sentence as it was spoken.</summary>
    /// <param name="text">The sentence as it is written.</param>
    /// <param name="utterance">The sentence as it was said.</param>
    public static SentenceSpeech Of(string text, Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return new SentenceSpeech(text, utterance.Seconds) { Words = WordAlignment.Of(text, utterance.Words, utterance.Seconds) };
    }
}

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
