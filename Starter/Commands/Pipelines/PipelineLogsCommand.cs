using System.CommandLine;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline logs</c>: what a job has written.</summary>
internal static class PipelineLogsCommand
{
    private static readonly Argument<string> Job = new("job") { Description = "Id of the job." };
    private static readonly Option<int> Attempt = new("--attempt") { Description = "Which attempt; default the latest." };
    private static readonly Option<bool> Follow = new("--follow", "-f") { Description = "Go on until the job has ended." };

    public static Command Build() => PipelineContext.Command(
        new Command("logs", "Show what a job has written; secrets are masked.") { Job, Attempt, Follow }, ShowAsync);

    private static async Task<int> ShowAsync(PipelineContext context)
    {
        await using var output = Console.OpenStandardOutput();
        try
        {
            var parts = context.Reader.FollowLogAsync(
                context.Pipeline, context.Parsed.GetRequiredValue(Job), context.Parsed.GetValue(Attempt), 0,
                context.Parsed.GetValue(Follow), context.CancellationToken);
            await foreach (var part in parts)
            {
                await output.WriteAsync(part.Bytes, context.CancellationToken);
                await output.FlushAsync(context.CancellationToken);
            }
        }
        catch (KeyNotFoundException missing)
        {
            throw new StarterException(ExitCodes.NotFound, missing.Message);
        }

        return ExitCodes.Ok;
    }
}
