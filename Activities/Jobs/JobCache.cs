using System.Text.Json;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>
/// Finds what an earlier attempt with the same inputs left, in whichever pipeline of the user. What it was given is compared part by part,
/// so that a miss can say which part is another.
/// </summary>
internal sealed class JobCache(IObjectStore store, JobTask task, JobPlan plan, JobSpec spec, IReadOnlyList<JobConsumption> consumed)
{
    /// <summary>Raised when the same inputs would be given to a job in another way.</summary>
    private const string Version = "1";
    private const int MostTold = 4;

    private readonly PipelineLayout _layout = new(task.Pipeline);
    private readonly SortedDictionary<string, string> _parts = PartsOf(task, plan, spec, consumed);

    private string Job => task.Node.SpecOf ?? task.Node.Id;

    private string Key => _layout.Cache(PipelineLayout.HashOf(JsonSerializer.Serialize(_parts)));

    /// <summary>Where the latest inputs of the job are noted, to say what is another.</summary>
    private string LatestKey => _layout.Cache($"latest-{PipelineLayout.HashOf($"{plan.Template}\n{Job}")}");

    /// <summary>What may be used again, or null, and why.</summary>
    public async Task<(JobRecord? Record, string Note)> FindAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(Key, cancellationToken) is not { } entry)
        {
            return (null, await ReadAsync(LatestKey, cancellationToken) is { } latest
                ? $"miss: since {latest.Place} there changed: {Differences(latest.Parts)}" : "miss: nothing is kept of this job");
        }

        foreach (var artifact in entry.Record.Artifacts)
        {
            if (await store.FindAsync(_layout.Artifact(artifact.Sha256), cancellationToken) is null)
            {
                return (null, $"miss: {artifact.Path}, which {entry.Place} left, is not in the store any more");
            }
        }

        var note = $"hit: the same inputs as {entry.Place}";
        return (entry.Record with { Consumed = consumed, Seconds = 0, Cache = note }, note);
    }

    /// <summary>Keeps what a success left.</summary>
    public async Task KeepAsync(JobRecord record, CancellationToken cancellationToken)
    {
        var entry = JsonSerializer.SerializeToUtf8Bytes(
            new Entry($"attempt {task.Attempt} of '{task.Node.Id}' in {task.Pipeline.SessionId}", _parts, record));
        await store.PutAsync(Key, entry, ObjectTags.None, cancellationToken);
        await store.PutAsync(LatestKey, entry, ObjectTags.None, cancellationToken);
    }

    private static SortedDictionary<string, string> PartsOf(
        JobTask task, JobPlan plan, JobSpec spec, IReadOnlyList<JobConsumption> consumed)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["the way of working"] = Version,
            ["type"] = task.Node.Type,
            ["what it does"] = PipelineLayout.HashOf(JsonSerializer.Serialize(spec with { Matrix = new Dictionary<string, string>() })),
            ["prompt"] = PipelineLayout.HashOf(plan.OriginalPrompt),
            ["why it was asked for"] = PipelineLayout.HashOf(task.Node.RegressionReason ?? ""),
        };
        foreach (var (name, value) in spec.ParametersOf(plan))
        {
            parts[$"parameter {name}"] = PipelineLayout.HashOf(value);
        }

        foreach (var (name, value) in spec.Matrix)
        {
            parts[$"matrix {name}"] = PipelineLayout.HashOf(value);
        }

        foreach (var input in consumed)
        {
            parts[$"{(input.Attempt == 0 ? "regression" : input.Job)}/{input.Path}"] = input.Sha256;
        }

        return parts;
    }

    private string Differences(SortedDictionary<string, string> before)
    {
        var names = _parts.Keys.Union(before.Keys)
            .Where(name => _parts.GetValueOrDefault(name) != before.GetValueOrDefault(name)).ToList();
        return string.Join(", ", names.Take(MostTold)) + (names.Count > MostTold ? $" and {names.Count - MostTold} more" : "");
    }

    private async Task<Entry?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await store.ReadIfThereAsync(key, cancellationToken) is { } bytes ? JsonSerializer.Deserialize<Entry>(bytes.Span) : null;

    private sealed record Entry(string Place, SortedDictionary<string, string> Parts, JobRecord Record);
}
