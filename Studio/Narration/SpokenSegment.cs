namespace TemporalVideo.Studio.Narration;

/// <summary>The narration of a segment as it was spoken: captions, entrances and the cut are timed from it.</summary>
public sealed record SpokenSegment
{
    /// <summary>The segment.</summary>
    public required string SegmentId { get; init; }

    /// <summary>Length of the segment in seconds: its narration with its pauses. The clip has this length.</summary>
    public required double Duration { get; init; }

    /// <summary>The sentences in order.</summary>
    public required IReadOnlyList<SpokenSentence> Sentences { get; init; }
}

/// <summary>A sentence and when it is heard, in seconds from the start of its segment.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
public sealed record SpokenSentence(string Text, double Start, double End)
{
    /// <summary>When each of its words is heard, in seconds from the start of the segment; empty when that is not known.</summary>
    public IReadOnlyList<WordTime> Words { get; init; } = [];
}
