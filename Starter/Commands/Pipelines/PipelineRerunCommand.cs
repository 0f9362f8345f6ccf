using System.CommandLine;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline rerun</c>: what did not complete once more, or a job and all that needs it.</summary>
internal static class PipelineRerunCommand
{
    private static readonly Option<string?> From = new("--from") { Description = "From this job on; default: all that did not complete." };

    public static Command Build() => PipelineContext.Command(
        new Command("rerun", "Run again what did not complete, with new attempts; what completed stays. With --set: all of it.")
        {
            From, PipelineRunCommand.Set,
        },
        async context =>
        {
            var ended = await context.Reader.StateAsync(context.Pipeline, context.CancellationToken);
            var from = context.Parsed.GetValue(From);
            if (ended.Outcome is PipelineOutcome.Running or PipelineOutcome.Pending)
            {
                throw new StarterException(ExitCodes.Rejected, $"{context.Pipeline.SessionId} runs. Cancel it first, or wait for its end.");
            }

            if (from is not null && ended.Nodes.All(node => node.Id != from || node.ParentJob is not null))
            {
                throw new StarterException(ExitCodes.Usage, $"There is no job '{from}' in the plan of {context.Pipeline.SessionId}.");
            }

            var configuration = context.Engine.Configuration;
            var input = await PipelineStarter.AgainAsync(
                context.Store, configuration, ended, from, PipelineRunCommand.WishOf(context.Parsed, configuration.Root, ""),
                context.CancellationToken);
            return await PipelineRunCommand.RunAsync(context, input);
        });
}
