using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Music;

/// <summary>A stitched video and what is to be added to it.</summary>
public sealed record MixRequest
{
    /// <summary>The video with its narration.</summary>
    public required string Video { get; init; }

    /// <summary>WAV file of the music; null for none.</summary>
    public string? Music { get; init; }

    /// <summary>How much quieter the music is than usual, in decibels; default 0.</summary>
    public double Quieter { get; init; }

    /// <summary>Subtitles for a track of their own; may be empty.</summary>
    public IReadOnlyList<SubtitleCue> Subtitles { get; init; } = [];

    /// <summary>Language of narration and subtitles as an IETF tag; default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Title written into the file; may be empty.</summary>
    public string Title { get; init; } = "";
}
