using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures;

/// <summary>A segment to be drawn, with what its picture must agree with in the rest of the video.</summary>
public sealed record SceneRequest
{
    /// <summary>The whole story: palette and recurring motifs come from it.</summary>
    public required Story Story { get; init; }

    /// <summary>Which segment, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>File of the picture that was painted for it; null: it is drawn here.</summary>
    public string? Painting { get; init; }

    /// <summary>The segment to draw.</summary>
    public Segment Segment => Story.Segments[Index];
}
