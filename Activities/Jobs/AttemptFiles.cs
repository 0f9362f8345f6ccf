using System.Text.Json;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>What an attempt finds, and where it puts what it leaves.</summary>
internal sealed class AttemptFiles(IObjectStore store, IPipelineTables tables, JobTask task)
{
    public PipelineLayout Layout { get; } = new(task.Pipeline);

    public ArtifactShelf Shelf => new(store, Layout);

    /// <summary>The plan, which is what was ordered or nothing.</summary>
    public async Task<(JobPlan Plan, JobSpec Spec)> PlanAsync(CancellationToken cancellationToken)
    {
        var bytes = (await store.ReadAsync(task.PlanKey, cancellationToken)).Bytes;
        var plan = Layout.Plan(bytes.Span) == task.PlanKey
            ? JsonSerializer.Deserialize<JobPlan>(bytes.Span)!
            : throw new ApplicationFailureException(
                $"The plan {task.PlanKey} in the store is not the one that was ordered: somebody has changed it. Start the pipeline anew.",
                errorType: FailureTypes.InputUnusable, nonRetryable: true);
        return (plan, plan.Jobs[task.Node.SpecOf ?? task.Node.Id]);
    }

    /// <summary>Lays what others left into the workspace.</summary>
    public async Task<List<JobConsumption>> FurnishAsync(JobWorkspace workspace, CancellationToken cancellationToken)
    {
        var consumed = new List<JobConsumption>();
        foreach (var source in task.Sources)
        {
            consumed.AddRange(await Shelf.LayAsync(source, Path.Combine(workspace.Inputs, source.Job), cancellationToken));
        }

        if (task.Node.RegressionKey is { } key)
        {
            var handed = JsonSerializer.Deserialize<List<JobArtifact>>((await store.ReadAsync(key, cancellationToken)).Bytes.Span)!;
            await Shelf.LayAsync(handed, workspace.Regression, cancellationToken);
            consumed.AddRange(handed.Select(each => new JobConsumption(task.Node.ParentJob!, 0, each.Path, each.Sha256)));
        }

        return consumed;
    }

    /// <summary>Keeps how it ended, in the store and in the rows.</summary>
    public async Task KeepAsync(JobRecord record, CancellationToken cancellationToken)
    {
        await store.PutAsync(
            Layout.Record(task.Node.Id, task.Attempt), JsonSerializer.SerializeToUtf8Bytes(record), ObjectTags.None, cancellationToken);
        await tables.KeepAsync(task.Pipeline, task.Node.Id, task.Attempt, record, cancellationToken);
    }
}
