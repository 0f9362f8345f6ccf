using System.Linq.Expressions;
using TemporalVideo.Sessions;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary>The story that a session has now.</summary>
internal static class SessionScript
{
    /// <exception cref="StarterException">There is none yet, no worker answers, or the store is another machine's.</exception>
    public static async Task<(Story Story, string Version)> ReadAsync(SessionContext session)
    {
        var digest = await QueryAsync(session, workflow => workflow.Storyboard())
            ?? throw new StarterException(ExitCodes.Rejected, "There is no story yet. 'starter status' shows where the session stands.");
        var story = await session.Stories.ReadAsync(session.Session, digest, session.CancellationToken)
            ?? throw new StarterException(ExitCodes.Rejected, "The script is not in the object store that this machine is configured for; "
                + "look it up where the workers run.");
        return (story, digest.Version!);
    }

    /// <summary>Asks a session's workflow.</summary>
    /// <exception cref="StarterException">No worker answers.</exception>
    public static async Task<T> QueryAsync<T>(SessionContext session, Expression<Func<VideoWorkflow, T>> query)
    {
        try
        {
            return await PatientQuery.AskAsync(() => session.Handle.QueryAsync(query, PatientQuery.Options(session.CancellationToken)));
        }
        catch (Exception exception) when (!session.CancellationToken.IsCancellationRequested && NoWorker.Explains(exception))
        {
            throw new StarterException(
                ExitCodes.Unreachable,
                "No worker answers at present. 'starter describe' shows what the server knows; 'starter worker' runs a worker.");
        }
    }
}
