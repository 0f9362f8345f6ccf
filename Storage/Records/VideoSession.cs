namespace TemporalVideo.Storage.Records;

/// <summary>A row of the table <c>video_session</c>: one video being made for one user.</summary>
public sealed class VideoSession
{
    /// <summary>Which session; with the user it is the key.</summary>
    public required string Id { get; init; }

    /// <summary>Whose session.</summary>
    public required string UserId { get; init; }

    /// <summary>What the video is about: a lesson's title or path, or a topic.</summary>
    public required string Topic { get; set; }

    /// <summary>How the latest run ended: a <c>VideoOutcome</c>, <c>Running</c> until it has.</summary>
    public string Outcome { get; set; } = "Running";

    /// <summary>Key of the video in the object store; a link to it is made when it is read.</summary>
    public string? VideoKey { get; set; }

    /// <summary>Why there is no video.</summary>
    public string? Error { get; set; }

    /// <summary>What was charged, in US dollars.</summary>
    public decimal Cost { get; set; }

    /// <summary>When the row was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When the latest run ended, UTC.</summary>
    public DateTime? CompletedAt { get; set; }
}
