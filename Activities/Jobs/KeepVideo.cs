using System.Text.Json;
using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>Keeps a video, its subtitles and its measures as artifacts of the job that had it made.</summary>
internal sealed class KeepVideo(IObjectStore store, IPipelineTables tables) : IKeepVideo
{
    [Activity]
    public async Task<string> KeepVideoAsync(JobVideo video)
    {
        var context = ActivityExecutionContext.Current;
        var cancellationToken = context.CancellationToken;
        await using var heartbeats = new Heartbeats(context, null);
        var files = new AttemptFiles(store, tables, video.Task);
        var (_, spec) = await files.PlanAsync(cancellationToken);
        using var workspace = new JobWorkspace();
        var consumed = await files.FurnishAsync(workspace, cancellationToken);
        var result = video.Result;
        var key = result.VideoKey ?? throw new ApplicationFailureException(
            "Its workflow made no video: the pipeline of videos goes no further (stages in config/pipelines).",
            errorType: FailureTypes.JobFailed, nonRetryable: true);
        foreach (var each in result.SubtitleKeys.Prepend(key))
        {
            var fetched = await store.FetchAsync(each, workspace.Inputs, cancellationToken);
            File.Move(fetched.Path, Path.Combine(workspace.Folder, $"video{Path.GetExtension(each)}"));
        }

        await File.WriteAllTextAsync(
            workspace.Output,
            JsonSerializer.Serialize(new
            {
                session = result.Session.SessionId,
                title = result.Title,
                seconds = result.Seconds,
                segments = result.Segments,
                conform = result.Conform,
                quality = result.Quality,
                composed_by = result.ComposedBy.ToString(),
            }),
            cancellationToken);
        var artifacts = await files.Shelf.KeepAsync(workspace, spec, cancellationToken);
        var record = new JobRecord { ExitCode = 0, Seconds = video.Seconds, Artifacts = artifacts, Consumed = consumed };
        await files.KeepAsync(record, cancellationToken);
        return $"'{result.Title}' of {result.Seconds:0} s, session {result.Session.SessionId}.";
    }
}
