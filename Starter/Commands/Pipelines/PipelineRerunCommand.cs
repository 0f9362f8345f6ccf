using System.CommandLine;
using TemporalVideo.Sessions.Jobs;

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
            var configuration = context.Engine.Configuration;
            try
            {
                var input = await PipelineRerun.OrderAsync(
                    context.Reader, context.Store, configuration, context.Pipeline, context.Parsed.GetValue(From),
                    PipelineRunCommand.WishOf(context.Parsed, configuration.Root, ""), context.CancellationToken);
                return await PipelineRunCommand.RunAsync(context, input);
            }
            catch (PipelineRunsException runs)
            {
                throw new StarterException(ExitCodes.Rejected, runs.Message);
            }
        });
}
