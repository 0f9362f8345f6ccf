using Temporalio.Exceptions;
using TemporalVideo.Storage.Records;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>The check that every agent begins with (R-A5).</summary>
internal sealed class SessionGate(IVideoSessions sessions)
{
    /// <summary>Reads the session's row by id and user.</summary>
    /// <exception cref="ApplicationFailureException">There is none (<see cref="FailureTypes.SessionNotFound"/>); never retried.</exception>
    public async Task<VideoSession> RequireAsync(SessionKey session, CancellationToken cancellationToken) =>
        await sessions.FindAsync(session, cancellationToken) ?? throw new ApplicationFailureException(
            $"The table video_session has no row with id '{session.SessionId}' and user_id '{session.UserId}'. Make the session first "
                + "('starter run' and 'starter start' do).",
            errorType: FailureTypes.SessionNotFound,
            nonRetryable: true);
}
