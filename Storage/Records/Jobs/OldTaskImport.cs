using System.Text;
using System.Text.RegularExpressions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>
/// Brings the tables <c>tasks</c> and <c>agent_state</c> of the older tool into those of pipelines. Doing it again changes nothing.
/// </summary>
/// <param name="tables">The tables of pipelines.</param>
/// <param name="store">Where results and states become artifacts.</param>
public sealed partial class OldTaskImport(IPipelineTables tables, IObjectStore store)
{
    /// <summary>Name of the template that imported pipelines are said to be of.</summary>
    public const string Template = "imported";

    /// <summary>Imports all pipelines of a file.</summary>
    /// <param name="file">The SQLite file; it is only read.</param>
    /// <param name="userId">Whose they become.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many pipelines, jobs and artifacts the file has.</returns>
    /// <exception cref="InvalidDataException">The file, or a row of it, cannot be read; nothing is imported then.</exception>
    public async Task<(int Pipelines, int Jobs, int Artifacts)> RunAsync(
        string file, string userId, CancellationToken cancellationToken)
    {
        var (tasks, states) = await OldTaskFile.ReadAsync(file, cancellationToken);
        foreach (var wrong in tasks.Where(task => StateOf(task.Status) is null || !SessionKey.IsValidId(IdOf(task.Pipeline))))
        {
            throw new InvalidDataException(
                $"Task '{wrong.Id}' cannot be imported: status '{wrong.Status}', pipeline '{wrong.Pipeline}'.");
        }

        var (pipelines, artifacts) = (tasks.GroupBy(task => IdOf(task.Pipeline)).ToList(), 0);
        foreach (var pipeline in pipelines)
        {
            var key = new SessionKey(userId, pipeline.Key);
            await RowsAsync(key, [.. pipeline], cancellationToken);
            foreach (var task in pipeline)
            {
                artifacts += await ArtifactsAsync(key, task, [.. states.Where(state => state.Task == task.Id)], cancellationToken);
            }
        }

        return (pipelines.Count, tasks.Count, artifacts);
    }

    /// <summary>The changes of the past, one after the other, so that each has its time.</summary>
    private async Task RowsAsync(SessionKey key, List<OldTask> tasks, CancellationToken cancellationToken)
    {
        var ids = tasks.Select(task => task.Id).ToHashSet();
        var states = tasks.Select(task => StateOf(task.Status)!.Value).ToList();
        var end = states.Contains(JobState.Failed) ? PipelineOutcome.Failed
            : states.Contains(JobState.Cancelled) ? PipelineOutcome.Cancelled : PipelineOutcome.Completed;
        var changes = tasks.Where(task => task.StartedAt is not null)
            .Select(task => (At: task.StartedAt!.Value, Job: Progress(task, JobState.Running, null)))
            .Concat(tasks.Select(task => (
                At: task.CompletedAt ?? task.StartedAt ?? task.CreatedAt,
                Job: Progress(task, StateOf(task.Status)!.Value, ReasonOf(task)))))
            .OrderBy(change => change.At).ThenBy(change => change.Job.IsFinal).ToList();
        var order = new PipelineOrder(tasks.Select(task => task.Prompt).FirstOrDefault(prompt => prompt.Length > 0) ?? "", "{}", null, []);
        var first = new PipelineChanges
        {
            Pipeline = key,
            Template = Template,
            PlanKey = Template,
            Round = 1,
            Revision = 1,
            Outcome = PipelineOutcome.Pending,
            At = tasks.Min(task => task.CreatedAt),
            Known = 0,
            Nodes = [.. tasks.Select(task => NodeOf(task, ids))],
            Jobs = [],
        };
        await tables.RecordAsync(first, () => Task.FromResult(order), cancellationToken);
        foreach (var (change, number) in changes.Select((change, number) => (change, number)))
        {
            var isLast = number == changes.Count - 1;
            var next = first with
            {
                Revision = number + 2,
                At = change.At,
                Nodes = [],
                Jobs = [change.Job],
                Outcome = isLast ? end : PipelineOutcome.Running,
                Error = isLast && end == PipelineOutcome.Failed ? tasks.First(task => task.Status == "failed").Error : null,
            };
            await tables.RecordAsync(next, () => Task.FromResult(order), cancellationToken);
        }
    }

    private async Task<int> ArtifactsAsync(
        SessionKey key, OldTask task, IReadOnlyList<OldAgentState> states, CancellationToken cancellationToken)
    {
        var left = states.Select(state => ($"agent_state/{state.Agent}.json", state.State, ArtifactType.ModelOutput)).ToList();
        left.AddRange(task.Result is { } result ? [("output.json", result, ArtifactType.ModelOutput)] : []);
        left.AddRange(task.Error is { } error ? [("error_context.txt", error, ArtifactType.ErrorContext)] : []);
        var (layout, artifacts) = (new PipelineLayout(key), new List<JobArtifact>());
        foreach (var (path, text, type) in left)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var hash = PipelineLayout.HashOf(bytes);
            await store.PutAsync(layout.Artifact(hash), bytes, ObjectTags.None, cancellationToken);
            artifacts.Add(new JobArtifact(path, hash, bytes.Length, type));
        }

        var record = new JobRecord { ExitCode = task.Status == "completed" ? 0 : 1, Seconds = 0, Artifacts = artifacts };
        await tables.KeepAsync(key, task.Id, AttemptOf(task), record, cancellationToken);
        return artifacts.Count;
    }

    private static JobNode NodeOf(OldTask task, HashSet<string> known) => new()
    {
        Id = task.Id,
        Type = JobTypes.Agent,
        Stage = task.Agent.Length > 0 ? task.Agent : null,
        Needs = [.. task.DependsOn.Where(known.Contains).Distinct().Select(job => new JobNeed(job))],
        MaxRetries = task.MaxRetries,
        ParentJob = task.Parent,
    };

    private static JobProgress Progress(OldTask task, JobState state, string? reason) =>
        new(task.Id, state, AttemptOf(task), task.RetryCount, 0, reason);

    private static int AttemptOf(OldTask task) => task.StartedAt is null ? 0 : task.RetryCount + 1;

    private static string? ReasonOf(OldTask task) => task.Error ?? task.Status switch
    {
        "pending" or "blocked" => "It had not begun when it was imported.",
        "running" => "It ran when it was imported; nothing runs on.",
        _ => null,
    };

    /// <summary>What has not ended there has been stopped here: nothing of it runs on.</summary>
    private static JobState? StateOf(string status) => status switch
    {
        "completed" => JobState.Completed,
        "failed" => JobState.Failed,
        "skipped" => JobState.Skipped,
        "pending" or "blocked" or "running" or "cancelled" => JobState.Cancelled,
        _ => null,
    };

    private static string IdOf(string pipeline) => NotInId().Replace(pipeline, "-");

    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex NotInId();
}
