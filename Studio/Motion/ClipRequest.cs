using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion;

/// <summary>All that a clip is made of.</summary>
public sealed record ClipRequest
{
    /// <summary>The drawn scene.</summary>
    public required SceneArt Scene { get; init; }

    /// <summary>Folder with the scene's PNG files.</summary>
    public required string SceneFolder { get; init; }

    /// <summary>The narration's timing; its duration is the clip's.</summary>
    public required SpokenSegment Spoken { get; init; }

    /// <summary>WAV file of the segment's narration, pauses included.</summary>
    public required string NarrationFile { get; init; }

    /// <summary>
    /// MP4 that takes the place of the painting in the layer that has room for it (<see cref="SceneLayer.Footage"/>); null: the painting
    /// stays.
    /// </summary>
    public string? Footage { get; init; }

    /// <summary>The first clip has no transition at its start.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>The last clip has no transition at its end.</summary>
    public required bool IsLast { get; init; }

    /// <summary>Accent colour of the next scene, <c>#RRGGBB</c>: the transition out of this one is painted in it. Null for the
    /// last.</summary>
    public string? NextAccent { get; init; }
}
