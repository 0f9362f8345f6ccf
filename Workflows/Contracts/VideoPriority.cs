using Temporalio.Common;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>
/// Whose turn it is at a task queue: somebody who waits comes before work in the background, and no user crowds out the others.
/// </summary>
public static class VideoPriority
{
    private const int Interactive = 2;
    private const int Batch = 4;

    /// <summary>
    /// The priority of a session's workflow and of all its activities. Temporal's keys go from 1, the first, to 5; its default is 3.
    /// </summary>
    /// <param name="session">Whose it is: the user is the fairness key.</param>
    /// <param name="interactive">Whether a person takes part in it.</param>
    public static Priority Of(SessionKey session, bool interactive)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new Priority(interactive ? Interactive : Batch, session.UserId, null);
    }
}
