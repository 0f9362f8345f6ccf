using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>Which jobs a running one may ask for, and what becomes of them.</summary>
internal sealed class SpawnRules(JobGraph graph, JobPipelineInput input)
{
    /// <summary>Says why a job may not be spawned; null when it may.</summary>
    public string? ObjectionTo(JobSpawn spawn)
    {
        if (!graph.Has(spawn.Job) || graph.Node(spawn.Job).ParentJob is not null)
        {
            return $"There is no job '{spawn.Job}' in the plan.";
        }

        if (!graph.Has(spawn.Parent))
        {
            return $"There is no job '{spawn.Parent}' that could ask for another one.";
        }

        var parent = graph[spawn.Parent];
        var spawned = graph.Nodes.Where(node => node.ParentJob is not null).ToList();
        return parent.Attempt != spawn.Attempt || parent.State is not (JobState.Running or JobState.Waiting)
                ? $"The attempt {spawn.Attempt} of '{spawn.Parent}' does not run."
            : string.IsNullOrWhiteSpace(spawn.Reason) ? "A job is spawned with a reason."
            : spawned.Count >= input.MaxSpawned
                ? $"The pipeline has spawned {Counted.Of(spawned.Count, "job")}, which is its limit (max_spawned). "
                    + $"Tried were: {Tried(spawned)}."
            : DepthOf(spawn.Parent) >= input.MaxDepth
                ? $"'{spawn.Parent}' was spawned itself, {DepthOf(spawn.Parent)} deep, which is the limit (max_depth). "
                    + $"Tried were: {Tried(spawned)}."
            : null;
    }

    /// <summary>The job that comes of it: the same work under an id of its own.</summary>
    public JobNode NodeOf(JobSpawn spawn)
    {
        var number = 2;
        while (graph.Has($"{spawn.Job}.{number}"))
        {
            number++;
        }

        return graph.Node(spawn.Job) with
        {
            Id = $"{spawn.Job}.{number}",
            Needs = [],
            SpecOf = spawn.Job,
            ParentJob = spawn.Parent,
            RegressionReason = spawn.Reason,
            RegressionKey = spawn.ContextKey,
        };
    }

    /// <summary>Whether a job that a job has asked for has not ended.</summary>
    public bool WaitsStill(string parent) => graph.Nodes.Any(node => node.ParentJob == parent && !graph[node.Id].IsFinal);

    /// <summary>What a job needs: a spawned one what the job of the plan needs.</summary>
    public IReadOnlyList<JobNeed> NeedsOf(JobNode node) => node.SpecOf is { } spec ? graph.Node(spec).Needs : node.Needs;

    private string Tried(IEnumerable<JobNode> spawned) => string.Join(
        ", ", spawned.Select(node => $"'{node.Id}' for '{node.ParentJob}' ({graph[node.Id].State})").DefaultIfEmpty("none"));

    private int DepthOf(string job)
    {
        var depth = 0;
        for (var at = graph.Node(job).ParentJob; at is not null; at = graph.Node(at).ParentJob)
        {
            depth++;
        }

        return depth;
    }
}
