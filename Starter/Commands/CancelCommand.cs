using System.CommandLine;
using Temporalio.Client;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter cancel</c>: asks a session to stop and clean up.</summary>
internal static class CancelCommand
{
    public static Command Build() => SessionCommand.Build("cancel", "Ask a session to stop and clean up.", async session =>
    {
        await session.RequireRunningAsync("cancelled");
        await session.Handle.CancelAsync(new WorkflowCancelOptions { Rpc = session.Rpc });
        await Console.Out.WriteLineAsync(await Workers.AreThereAsync(session.Engine, session.CancellationToken)
            ? $"Cancellation of {session.Handle.Id} was requested."
            : $"Cancellation of {session.Handle.Id} is noted; it takes effect when a worker runs.");
        return ExitCodes.Ok;
    });
}
