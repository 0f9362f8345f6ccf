namespace TemporalVideo.Workflows.Contracts;

/// <summary>What a video workflow made.</summary>
public sealed record VideoResult
{
    /// <summary>Which session.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>Title of the video.</summary>
    public required string Title { get; init; }

    /// <summary>Link to the video.</summary>
    public required string VideoUrl { get; init; }

    /// <summary>Links to the subtitles (<c>.srt</c>, <c>.vtt</c>).</summary>
    public required IReadOnlyList<string> SubtitleUrls { get; init; }

    /// <summary>Measured length in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many segments it has.</summary>
    public required int Segments { get; init; }

    /// <summary>Who composed it: Agent5, or Agent6 as the fallback.</summary>
    public required AgentName ComposedBy { get; init; }

    /// <summary>What it cost.</summary>
    public required CostReport Cost { get; init; }

    /// <summary>How long it took from the start of the workflow, in seconds, waiting for people included.</summary>
    public required double TookSeconds { get; init; }
}
