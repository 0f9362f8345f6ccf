using System.CommandLine;
using Temporalio.Client;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline cancel</c>: stops what runs, and the rest is not begun.</summary>
internal static class PipelineCancelCommand
{
    public static Command Build() => PipelineContext.Command(
        new Command("cancel", "Stop a pipeline: what runs is killed, the rest is not begun."),
        async context =>
        {
            await context.Handle.CancelAsync(new WorkflowCancelOptions { Rpc = context.Rpc });
            await Console.Out.WriteLineAsync(await Workers.AreThereAsync(context.Engine, context.CancellationToken)
                ? $"Cancellation of {context.Pipeline.SessionId} was requested."
                : $"Cancellation of {context.Pipeline.SessionId} is noted; it takes effect when a worker runs.");
            return ExitCodes.Ok;
        });
}
