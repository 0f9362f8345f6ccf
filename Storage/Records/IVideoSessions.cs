using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records;

/// <summary>The table <c>video_session</c>.</summary>
public interface IVideoSessions
{
    /// <summary>Reads the row with the session's id and user.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The row, or null when there is none.</returns>
    Task<VideoSession?> FindAsync(SessionKey session, CancellationToken cancellationToken);

    /// <summary>Makes the row of a session, or finds the one that is there.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="topic">What the video is about.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task<VideoSession> OpenAsync(SessionKey session, string topic, CancellationToken cancellationToken);

    /// <summary>Writes how the latest run ended; without a row it does nothing.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="videoKey">Key of the video in the object store; null without one.</param>
    /// <param name="error">Why there is none; null with one.</param>
    /// <param name="cost">What was charged, in US dollars; kept to four decimals.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task CloseAsync(SessionKey session, VideoOutcome outcome, string? videoKey, string? error, decimal cost,
        CancellationToken cancellationToken);
}
