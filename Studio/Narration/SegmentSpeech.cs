namespace TemporalVideo.Studio.Narration;

/// <summary>The measured speech of a segment, before pauses.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Sentences">The sentences in order.</param>
public sealed record SegmentSpeech(string SegmentId, IReadOnlyList<SentenceSpeech> Sentences);
