namespace TemporalVideo.Studio.Music;

/// <summary>What the music is for.</summary>
public sealed record MusicRequest
{
    /// <summary>Length in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Subject of the lesson; chooses mood, tempo and key.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Makes two videos of one subject sound different; the same seed sounds the same.</summary>
    public required string Seed { get; init; }

    /// <summary>Files of the tracks to be played, in order; null: music is composed.</summary>
    public IReadOnlyList<string>? Tracks { get; init; }
}
