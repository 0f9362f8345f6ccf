namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>A video that has been measured and found good.</summary>
public sealed record CheckedVideo
{
    /// <summary>Link to it.</summary>
    public required string VideoUrl { get; init; }

    /// <summary>Links to its subtitles.</summary>
    public required IReadOnlyList<string> SubtitleUrls { get; init; }

    /// <summary>Measured length in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many objects the composer left.</summary>
    public required int Files { get; init; }

    /// <summary>The measurements in one line.</summary>
    public required string Measured { get; init; }
}
