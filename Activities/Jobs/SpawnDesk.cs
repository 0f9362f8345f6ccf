using System.Text.Json;
using System.Text.Json.Serialization;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>
/// The file contract by which a running command asks for a job: it puts <c>NAME.json</c> into its spawn folder (written elsewhere and
/// moved there), and finds <c>NAME.answer</c> when that job has ended, with the job's artifacts in <c>inputs</c>.
/// </summary>
internal sealed class SpawnDesk(
    JobTask task, JobWorkspace workspace, IObjectStore store, PipelineLayout layout, ArtifactShelf shelf, Func<ITemporalClient> client)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly HashSet<string> _taken = [];

    /// <summary>Answers until it is stopped.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        var answers = new List<Task>();
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var file in Directory.GetFiles(workspace.Spawns, "*.json").Where(file => _taken.Add(file)))
            {
                answers.Add(AnswerAsync(file, cancellationToken));
            }

            foreach (var broken in answers.Where(answer => answer.IsFaulted))
            {
                await broken;
            }
        }
    }

    private async Task AnswerAsync(string file, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var answer = await AskAsync(name, file, cancellationToken);
        var written = Path.Combine(workspace.Spawns, $"{name}.part");
        await File.WriteAllTextAsync(written, JsonSerializer.Serialize(answer, Strict), cancellationToken);
        File.Move(written, Path.Combine(workspace.Spawns, $"{name}.answer"), overwrite: true);
    }

    private async Task<SpawnAnswer> AskAsync(string name, string file, CancellationToken cancellationToken)
    {
        try
        {
            var request = JsonSerializer.Deserialize<SpawnRequest>(await File.ReadAllBytesAsync(file, cancellationToken), Strict)!;
            var spawn = new JobSpawn(
                task.Node.Id, task.Attempt, request.Job, request.Reason, await HandOverAsync(name, request, cancellationToken));
            var workflow = client().GetWorkflowHandle(JobPipelineId.Of(task.Pipeline));
            var job = await workflow.ExecuteUpdateAsync<string>(
                JobPipelineNames.SpawnUpdate,
                [spawn],
                new WorkflowUpdateOptions(id: $"{task.Node.Id}:{task.Attempt}:{name}")
                {
                    Rpc = new RpcOptions { CancellationToken = cancellationToken },
                });
            var ended = await EndOfAsync(workflow, job, cancellationToken);
            var folder = Path.Combine(workspace.Inputs, job);
            Directory.CreateDirectory(folder);
            await shelf.LayAsync(new JobSource(job, ended.Attempt), folder, cancellationToken);
            return new SpawnAnswer(job, ended.State.ToString(), ended.Reason, folder);
        }
        catch (Exception refused) when (refused is JsonException or WorkflowUpdateFailedException or FileNotFoundException)
        {
            return new SpawnAnswer(null, "Refused", (refused.InnerException ?? refused).Message, null);
        }
    }

    private async Task<string> HandOverAsync(string name, SpawnRequest request, CancellationToken cancellationToken)
    {
        var handed = new List<JobArtifact>();
        foreach (var path in request.Files ?? [])
        {
            var full = Path.GetFullPath(Path.Combine(workspace.Folder, path));
            if (!workspace.Owns(full) || !File.Exists(full))
            {
                throw new FileNotFoundException($"{Path.GetFileName(path)} is no file of the workspace that could be handed over.");
            }

            handed.Add(await shelf.PutAsync(workspace, full, ArtifactType.ErrorContext, cancellationToken));
        }

        var key = layout.Context(task.Node.Id, task.Attempt, PipelineLayout.HashOf(name)[..16]);
        await store.PutAsync(key, JsonSerializer.SerializeToUtf8Bytes(handed), ObjectTags.None, cancellationToken);
        return key;
    }

    private static async Task<JobProgress> EndOfAsync(WorkflowHandle workflow, string job, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                var options = new WorkflowQueryOptions { Rpc = new RpcOptions { CancellationToken = cancellationToken } };
                if (await workflow.QueryAsync<JobProgress?>(JobPipelineNames.JobQuery, [job], options) is { IsFinal: true } ended)
                {
                    return ended;
                }
            }
            catch (Exception away) when (away is RpcException or WorkflowQueryFailedException)
            {
                // The server or the workflow's worker is away for a moment; heartbeats say when this attempt is lost.
            }
        }

        throw new OperationCanceledException(cancellationToken);
    }

    private sealed record SpawnRequest(string Job, string Reason, IReadOnlyList<string>? Files);

    private sealed record SpawnAnswer(string? Job, string State, string? Reason, string? Folder);
}
