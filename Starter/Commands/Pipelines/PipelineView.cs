using System.Text.Json;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary>Shows where a pipeline stands.</summary>
internal static class PipelineView
{
    /// <summary>Each change, until the end; the exit code says how it ended.</summary>
    public static async Task<int> FollowAsync(PipelineContext context)
    {
        var shown = new Dictionary<string, JobProgress>();
        JobPipelineState? last = null;
        await foreach (var state in context.Reader.FollowAsync(context.Pipeline, context.CancellationToken))
        {
            last = state;
            foreach (var job in state.Jobs.Where(job => shown.GetValueOrDefault(job.Job) != job && job.State != JobState.Pending))
            {
                shown[job.Job] = job;
                await Console.Out.WriteLineAsync(context.Json ? JsonSerializer.Serialize(job) : Line(job));
            }
        }

        await Console.Out.WriteLineAsync(context.Json
            ? JsonSerializer.Serialize(new { pipeline = context.Pipeline.SessionId, outcome = last!.Outcome.ToString() })
            : $"{context.Pipeline.SessionId}: {last!.Outcome}");
        return CodeOf(last.Outcome);
    }

    public static string Line(JobProgress job) =>
        $"{job.Job,-20} {job.State,-10} {(job.Attempt > 1 ? $"attempt {job.Attempt}" : ""),-10} {job.Reason}".TrimEnd();

    public static int CodeOf(PipelineOutcome outcome) => outcome switch
    {
        PipelineOutcome.Failed => ExitCodes.Failed,
        PipelineOutcome.Cancelled => ExitCodes.Cancelled,
        _ => ExitCodes.Ok,
    };
}
