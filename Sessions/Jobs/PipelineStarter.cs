using System.Text.Json;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Configuration.Jobs;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Jobs;

/// <summary>What a pipeline is started with, as a person says it.</summary>
/// <param name="Prompt">What is asked for.</param>
/// <param name="Values">Values of parameters, by name.</param>
/// <param name="ReadFile">Reads a file that a value names as a list; null where values are the lists themselves.</param>
internal sealed record PipelineWish(string Prompt, IReadOnlyDictionary<string, string> Values, Func<string, string>? ReadFile = null);

/// <summary>Starts pipelines of jobs.</summary>
internal static class PipelineStarter
{
    /// <summary>Puts the plan into the store, under the hash of its content, and says what the workflow starts with.</summary>
    /// <exception cref="ConfigurationException">Values do not fit, or what the jobs need is not there; the message lists all.</exception>
    public static async Task<JobPipelineInput> OrderAsync(
        IObjectStore store, ProductConfiguration configuration, SessionKey pipeline, JobTemplate template, PipelineWish wish,
        CancellationToken cancellationToken)
    {
        var expanded = template.Expand(wish.Values, wish.ReadFile);
        var plan = expanded.Plan(configuration, wish.Prompt, wish.Values);
        return With(expanded, new JobPipelineInput
        {
            Pipeline = pipeline,
            Template = template.Name,
            PlanKey = await PutAsync(store, pipeline, plan, cancellationToken),
            Nodes = expanded.Nodes,
            Interactive = true,
        });
    }

    /// <summary>
    /// What a pipeline that has ended goes on with: the jobs that did not complete, or a job and all that needs it, have their turn again
    /// with new attempts; the others stay as they are. With other values of parameters it is all jobs, and the prompt stays.
    /// </summary>
    /// <exception cref="ConfigurationException">Values do not fit; the message lists all.</exception>
    public static async Task<JobPipelineInput> AgainAsync(
        IObjectStore store, ProductConfiguration configuration, JobPipelineState ended, string? from, PipelineWish change,
        CancellationToken cancellationToken)
    {
        var plan = JsonSerializer.Deserialize<JobPlan>((await store.ReadAsync(ended.PlanKey, cancellationToken)).Bytes.Span)!;
        var template = plan.TemplateText is { } text ? JobTemplateReader.ReadText(plan.Template, text)
            : JobTemplateReader.Read(configuration.Root).GetValueOrDefault(plan.Template) ?? throw new ConfigurationException(
                [$"config/job-pipelines/{plan.Template}.yaml: the template is missing, and a pipeline of an earlier release needs it"]);
        if (change.Values.Count == 0)
        {
            return Again(ended, template, ended.PlanKey, ended.Nodes, Jobs(
                ended.Nodes, from, job => ended.Jobs.Single(each => each.Job == job).State != JobState.Completed));
        }

        var values = plan.Parameters.ToDictionary();
        foreach (var (name, value) in change.Values)
        {
            values[name] = value;
        }

        var expanded = template.Expand(values, change.ReadFile);
        var changed = expanded.Plan(configuration, plan.OriginalPrompt, values);
        var ids = expanded.Nodes.Select(node => node.Id).ToHashSet();
        JobNode[] nodes =
        [
            .. expanded.Nodes, .. ended.Nodes.Where(node => node.ParentJob is not null && ids.Contains(node.SpecOf!)),
        ];
        var key = await PutAsync(store, ended.Pipeline, changed, cancellationToken);
        return Again(ended, expanded, key, nodes, Jobs(nodes, from, _ => true));
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

    private static async Task<string> PutAsync(
        IObjectStore store, SessionKey pipeline, JobPlan plan, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(plan);
        var key = new PipelineLayout(pipeline).Plan(bytes);
        await store.PutAsync(key, bytes, ObjectTags.None, cancellationToken);
        return key;
    }

    /// <summary>The jobs that have their turn again.</summary>
    private static HashSet<string> Jobs(IReadOnlyList<JobNode> nodes, string? from, Func<string, bool> otherwise)
    {
        var again = nodes.Select(node => node.Id).Where(job => from is null ? otherwise(job) : job == from).ToHashSet();
        while (nodes.Any(node => node.Needs.Any(need => again.Contains(need.Job)) && again.Add(node.Id)))
        {
            // Until nobody is added who needs one of them.
        }

        return again;
    }

    private static JobPipelineInput Again(
        JobPipelineState ended, JobTemplate limits, string planKey, IReadOnlyList<JobNode> nodes, HashSet<string> again)
    {
        var before = ended.Jobs.ToDictionary(job => job.Job);
        return With(limits, new JobPipelineInput
        {
            Pipeline = ended.Pipeline,
            Template = ended.Template,
            PlanKey = planKey,
            Round = ended.Round + 1,
            Nodes = nodes,
            Progress = [.. nodes.Where(node => before.ContainsKey(node.Id)).Select(node => before[node.Id]).Select(job =>
                again.Contains(job.Job) && nodes.Any(node => node.Id == job.Job && node.ParentJob is null)
                    ? new JobProgress(job.Job, JobState.Pending, job.Attempt, 0, 0, null) : job)],
            Interactive = true,
        });
    }

    private static JobPipelineInput With(JobTemplate limits, JobPipelineInput input) => input with
    {
        MaxParallel = limits.MaxParallel,
        MaxSpawned = limits.MaxSpawned,
        MaxDepth = limits.MaxDepth,
    };
}
