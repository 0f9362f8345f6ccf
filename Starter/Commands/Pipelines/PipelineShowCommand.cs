using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline show</c>: the jobs, where they stand and why, and what they left.</summary>
internal static class PipelineShowCommand
{
    public static Command Build() => PipelineContext.Command(
        new Command("show", "Show the jobs of a pipeline, where they stand and why, and what they left."), ShowAsync);

    private static async Task<int> ShowAsync(PipelineContext context)
    {
        var state = await context.Reader.StateAsync(context.Pipeline, context.CancellationToken);
        if (context.Json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(state));
            return PipelineView.CodeOf(state.Outcome);
        }

        await Console.Out.WriteLineAsync($"{context.Pipeline.SessionId} ({state.Template}): {state.Outcome}");
        foreach (var job in state.Jobs)
        {
            await Console.Out.WriteLineAsync($"  {PipelineView.Line(job)}");
            var record = job.Attempt == 0 ? null
                : await context.Reader.RecordAsync(context.Pipeline, job.Job, job.Attempt, context.CancellationToken);
            if (record?.Cache is { } note)
            {
                await Console.Out.WriteLineAsync($"    cache {note}");
            }

            foreach (var artifact in record?.Artifacts ?? [])
            {
                await Console.Out.WriteLineAsync(
                    $"    left  {artifact.Path}  {Counted.Of(artifact.Bytes, "byte")}  {artifact.Sha256[..12]}");
            }

            foreach (var used in record?.Consumed ?? [])
            {
                await Console.Out.WriteLineAsync($"    used  {used.Path} of {used.Job}  {used.Sha256[..12]}");
            }
        }

        return PipelineView.CodeOf(state.Outcome);
    }
}
