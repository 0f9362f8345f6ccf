using System.Linq.Expressions;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Workflows;

namespace TemporalVideo.Starter.Commands;

/// <summary>Hands a person's word to a session or a pipeline that runs.</summary>
internal static class SessionUpdate
{
    /// <summary>For how long a worker may keep the word waiting; one that has just gone may hold the session for ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sees to it that the session runs and that somebody can take the word.</summary>
    /// <param name="session">The session.</param>
    /// <param name="what">What cannot be done to a session that has ended, such as "approved".</param>
    /// <exception cref="StarterException">It has ended, or no worker runs.</exception>
    public static async Task RequireAsync(SessionContext session, string what)
    {
        await session.RequireRunningAsync(what);
        if (!await Workers.AreThereAsync(session.Engine, session.CancellationToken))
        {
            throw NobodyTakesIt();
        }
    }

    /// <summary>Sends an update, and waits until it is taken.</summary>
    /// <exception cref="StarterException">It was refused, or nobody took it.</exception>
    public static Task SendAsync(SessionContext session, Expression<Func<VideoWorkflow, Task>> update) =>
        SendAsync(session.Handle, update, session.CancellationToken);

    /// <summary>Sends an update to any workflow, and waits until it is taken.</summary>
    /// <exception cref="StarterException">It was refused, or nobody took it.</exception>
    public static async Task SendAsync<TWorkflow>(
        WorkflowHandle<TWorkflow> handle, Expression<Func<TWorkflow, Task>> update, CancellationToken cancellationToken)
    {
        try
        {
            var rpc = new RpcOptions { CancellationToken = cancellationToken, Timeout = Patience };
            await handle.ExecuteUpdateAsync(update, new WorkflowUpdateOptions { Rpc = rpc });
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && NoWorker.Explains(exception))
        {
            throw NobodyTakesIt();
        }
        catch (WorkflowUpdateFailedException exception)
        {
            throw new StarterException(ExitCodes.Rejected, exception.InnerException?.Message ?? exception.Message);
        }
    }

    private static StarterException NobodyTakesIt() => new(
        ExitCodes.Unreachable,
        "No worker runs that could take the decision. Resume the session with './run' first, or run 'starter worker'.");
}
