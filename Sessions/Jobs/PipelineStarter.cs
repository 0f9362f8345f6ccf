using System.Text.Json;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using TemporalVideo.Hosting.Configuration.Jobs;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Jobs;

/// <summary>Starts pipelines of jobs.</summary>
internal static class PipelineStarter
{
    /// <summary>Puts the plan into the store, under the hash of its content, and says what the workflow starts with.</summary>
    public static async Task<JobPipelineInput> OrderAsync(
        IObjectStore store, SessionKey pipeline, JobTemplate template, JobPlan plan, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(plan);
        var key = new PipelineLayout(pipeline).Plan(PipelineLayout.HashOf(bytes));
        await store.PutAsync(key, bytes, ObjectTags.None, cancellationToken);
        return new JobPipelineInput
        {
            Pipeline = pipeline,
            Template = template.Name,
            PlanKey = key,
            Nodes = template.Nodes,
            MaxParallel = template.MaxParallel,
            MaxSpawned = template.MaxSpawned,
            MaxDepth = template.MaxDepth,
            Interactive = true,
        };
    }

    /// <summary>
    /// What a pipeline that has ended goes on with: the jobs that did not complete, or a job and all that needs it, have their turn again
    /// with new attempts; the others stay as they are.
    /// </summary>
    public static JobPipelineInput Again(JobPipelineState ended, JobTemplate limits, string? from)
    {
        var again = ended.Jobs.Where(job => from is null ? job.State != JobState.Completed : job.Job == from)
            .Select(job => job.Job).ToHashSet();
        while (ended.Nodes.Any(node => node.Needs.Any(need => again.Contains(need.Job)) && again.Add(node.Id)))
        {
            // Until nobody is added who needs one of them.
        }

        return new JobPipelineInput
        {
            Pipeline = ended.Pipeline,
            Template = ended.Template,
            PlanKey = ended.PlanKey,
            Round = ended.Round + 1,
            Nodes = ended.Nodes,
            Progress = [.. ended.Jobs.Select((job, index) => again.Contains(job.Job) && ended.Nodes[index].ParentJob is null
                ? new JobProgress(job.Job, JobState.Pending, job.Attempt, 0, 0, null)
                : job)],
            MaxParallel = limits.MaxParallel,
            MaxSpawned = limits.MaxSpawned,
            MaxDepth = limits.MaxDepth,
            Interactive = true,
        };
    }

    /// <summary>Starts the workflow. One of that id that runs is an error.</summary>
    public static Task<WorkflowHandle<JobPipelineWorkflow, JobPipelineState>> StartAsync(
        ITemporalClient client, string taskQueue, JobPipelineInput input, CancellationToken cancellationToken) =>
        client.StartWorkflowAsync(
            (JobPipelineWorkflow workflow) => workflow.RunAsync(input),
            new WorkflowOptions(JobPipelineId.Of(input.Pipeline), taskQueue)
            {
                IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate,
                IdConflictPolicy = WorkflowIdConflictPolicy.Fail,
                Priority = VideoPriority.Of(input.Pipeline, input.Interactive),
                StaticSummary = $"Pipeline: {input.Template}",
                Rpc = new RpcOptions { CancellationToken = cancellationToken },
            });
}
