using System.CommandLine;
using Temporalio.Client;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter cancel</c>: asks a session to stop and clean up.</summary>
internal static class CancelCommand
{
    public static Command Build() => SessionCommand.Build("cancel", "Ask a session to stop and clean up.", async session =>
    {
        await session.Handle.CancelAsync(new WorkflowCancelOptions { Rpc = session.Rpc });
        await Console.Out.WriteLineAsync(session.Engine.IsEmbedded
            ? $"Cancellation of {session.Handle.Id} is noted; it takes effect when a worker runs."
            : $"Cancellation of {session.Handle.Id} was requested.");
        return ExitCodes.Ok;
    });
}
