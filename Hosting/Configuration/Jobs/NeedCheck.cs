using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>Whether the needs of jobs name jobs, and end somewhere.</summary>
internal sealed class NeedCheck(IReadOnlyDictionary<string, IReadOnlyDictionary<string, NeedCondition>> needs)
{
    private readonly HashSet<string> _done = [];

    /// <summary>Notes every fault at the key that it is in.</summary>
    public void Run(YamlSection jobs)
    {
        foreach (var (job, wanted) in needs)
        {
            foreach (var unknown in wanted.Keys.Where(name => !needs.ContainsKey(name)))
            {
                jobs.Section(job).Section("needs").Fault(
                    unknown, $"there is no such job; expected one of {string.Join(", ", needs.Keys.Where(name => name != job))}");
            }

            if (CycleFrom(job, []) is { } cycle)
            {
                jobs.Section(job).Fault("needs", $"the jobs need each other: {string.Join(" → ", cycle)}");
            }
        }
    }

    /// <summary>A cycle that has not been told yet.</summary>
    private List<string>? CycleFrom(string job, List<string> path)
    {
        if (path.IndexOf(job) is var at and >= 0)
        {
            return [.. path[at..], job];
        }

        if (_done.Contains(job) || !needs.TryGetValue(job, out var wanted))
        {
            return null;
        }

        var found = wanted.Keys.Select(next => CycleFrom(next, [.. path, job])).FirstOrDefault(cycle => cycle is not null);
        _done.Add(job);
        return found;
    }
}
