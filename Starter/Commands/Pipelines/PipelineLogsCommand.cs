using System.CommandLine;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline logs</c>: what a job has written.</summary>
internal static class PipelineLogsCommand
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private static readonly Argument<string> Job = new("job") { Description = "Id of the job." };
    private static readonly Option<int> Attempt = new("--attempt") { Description = "Which attempt; default the latest." };
    private static readonly Option<bool> Follow = new("--follow", "-f") { Description = "Go on until the job has ended." };

    public static Command Build() => PipelineContext.Command(
        new Command("logs", "Show what a job has written; secrets are masked.") { Job, Attempt, Follow }, ShowAsync);

    private static async Task<int> ShowAsync(PipelineContext context)
    {
        await using var output = Console.OpenStandardOutput();
        var (shown, attempt) = (0, context.Parsed.GetValue(Attempt));
        using var timer = new PeriodicTimer(Period);
        while (true)
        {
            var job = await FindAsync(context);
            var number = attempt > 0 ? attempt : job.Attempt;
            if (await context.Reader.LogAsync(context.Pipeline, job.Job, number, context.CancellationToken) is { } log)
            {
                await output.WriteAsync(log[Math.Min(shown, log.Length)..], context.CancellationToken);
                await output.FlushAsync(context.CancellationToken);
                shown = log.Length;
            }

            if (!context.Parsed.GetValue(Follow) || job.IsFinal || job.Attempt > number)
            {
                return ExitCodes.Ok;
            }

            await timer.WaitForNextTickAsync(context.CancellationToken);
        }
    }

    private static async Task<JobProgress> FindAsync(PipelineContext context)
    {
        var state = await context.Reader.StateAsync(context.Pipeline, context.CancellationToken);
        var name = context.Parsed.GetRequiredValue(Job);
        return state.Jobs.FirstOrDefault(job => job.Job == name) ?? throw new StarterException(
            ExitCodes.NotFound,
            $"{context.Pipeline.SessionId} has no job '{name}'; it has {string.Join(", ", state.Jobs.Select(job => job.Job))}.");
    }
}
