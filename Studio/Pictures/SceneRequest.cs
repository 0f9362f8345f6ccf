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

    /// <summary>Pictures that a painter keeps to; default none.</summary>
    public ReferenceSheet References { get; init; } = ReferenceSheet.None;

    /// <summary>The segment to draw.</summary>
    public Segment Segment => Story.Segments[Index];
}

/// <summary>Pictures that are shown to a painter beside the words.</summary>
/// <param name="Files">The pictures, the most important first.</param>
/// <param name="Note">What each is there for, in words for the painter; empty without pictures.</param>
public sealed record ReferenceSheet(IReadOnlyList<string> Files, string Note)
{
    /// <summary>No pictures.</summary>
    public static ReferenceSheet None { get; } = new([], "");

    /// <summary>A prompt with what the pictures are there for.</summary>
    /// <param name="prompt">What is to be seen.</param>
    public string With(string prompt) => Files.Count == 0 ? prompt : $"{prompt}\n{Note}";
}
