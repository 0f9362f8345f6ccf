using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>Something that happened to an attempt of a job.</summary>
/// <param name="Job">Its id.</param>
/// <param name="Event">What happened.</param>
/// <param name="Attempt">Of which attempt that is known; of another than the present one it changes nothing.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record JobMessage(string Job, JobEvent Event, int Attempt, string? Reason = null);

/// <summary>A job has changed.</summary>
internal sealed record JobChange(JobNode Node, JobProgress Before, JobProgress After, JobEffects Effects);

/// <summary>
/// The jobs of a pipeline and where they stand. Pure and synchronous: a message goes in, changes with their effects come out.
/// </summary>
internal sealed class JobGraph
{
    private readonly Dictionary<string, JobNode> _nodes = [];
    private readonly Dictionary<string, JobProgress> _states = [];
    private readonly Dictionary<string, List<string>> _dependents = [];
    private readonly List<string> _order = [];

    /// <param name="nodes">The jobs; what they need must be among them.</param>
    /// <param name="before">Where jobs stand already; the others are pending.</param>
    public JobGraph(IEnumerable<JobNode> nodes, IEnumerable<JobProgress>? before = null)
    {
        var known = (before ?? []).ToDictionary(progress => progress.Job);
        foreach (var node in nodes)
        {
            Put(node, known.GetValueOrDefault(node.Id));
        }
    }

    /// <summary>All jobs, in the order they were added.</summary>
    public IEnumerable<JobProgress> All => _order.Select(id => _states[id]);

    /// <summary>The jobs themselves.</summary>
    public IEnumerable<JobNode> Nodes => _order.Select(id => _nodes[id]);

    /// <summary>How many jobs there are.</summary>
    public int Count => _order.Count;

    /// <summary>How many jobs have not ended.</summary>
    public int Open { get; private set; }

    /// <summary>How many take a place.</summary>
    public int Running { get; private set; }

    public JobProgress this[string job] => _states[job];

    public JobNode Node(string job) => _nodes[job];

    public bool Has(string job) => _nodes.ContainsKey(job);

    /// <summary>Lets those begin that need nothing, or whose needs had ended before.</summary>
    public IReadOnlyList<JobChange> Begin() => Settle(_order.ToList());

    /// <summary>Adds a job while the others run.</summary>
    public IReadOnlyList<JobChange> Add(JobNode node)
    {
        Put(node, null);
        return Settle([node.Id]);
    }

    /// <summary>Takes a message; one of another attempt, or that cannot be in the job's state, changes nothing.</summary>
    public IReadOnlyList<JobChange> Apply(JobMessage message)
    {
        var before = _states[message.Job];
        if (message.Attempt != before.Attempt || JobTransitions.Find(before.State, message.Event) is not { } transition)
        {
            return [];
        }

        var changes = new List<JobChange> { Change(before, transition, message.Reason) };
        if (transition.Effects.HasFlag(JobEffects.Settle))
        {
            changes.AddRange(Settle(_dependents[message.Job]));
        }

        return changes;
    }

    /// <summary>Stops everything that has not ended.</summary>
    public IReadOnlyList<JobChange> CancelAll(string reason)
    {
        var changes = new List<JobChange>();
        foreach (var job in _order)
        {
            if (JobTransitions.Find(_states[job].State, JobEvent.Cancel) is { } transition)
            {
                changes.Add(Change(_states[job], transition, reason));
            }
        }

        return changes;
    }

    private void Put(JobNode node, JobProgress? progress)
    {
        _nodes.Add(node.Id, node);
        _order.Add(node.Id);
        _dependents.TryAdd(node.Id, []);
        foreach (var need in node.Needs)
        {
            _dependents.TryAdd(need.Job, []);
            _dependents[need.Job].Add(node.Id);
        }

        progress ??= new JobProgress(node.Id, JobState.Pending, 0, 0, 0, null);
        _states[node.Id] = progress;
        Tally(progress, 1);
    }

    private List<JobChange> Settle(IEnumerable<string> jobs)
    {
        var changes = new List<JobChange>();
        var left = new Queue<string>(jobs);
        while (left.TryDequeue(out var job))
        {
            var progress = _states[job];
            if (progress.State == JobState.Pending
                && NeedRule.Decide(_nodes[job].Needs, parent => _states[parent]) is var (decision, reason))
            {
                var transition = JobTransitions.Find(JobState.Pending, decision)!;
                changes.Add(Change(progress, transition, reason));
                foreach (var dependent in transition.Effects.HasFlag(JobEffects.Settle) ? _dependents[job] : [])
                {
                    left.Enqueue(dependent);
                }
            }
        }

        return changes;
    }

    private JobChange Change(JobProgress before, JobTransition transition, string? reason)
    {
        var after = before with
        {
            State = transition.To,
            Reason = reason,
            Attempt = before.Attempt + (transition.Effects.HasFlag(JobEffects.Run) ? 1 : 0),
            RetryCount = before.RetryCount + (transition.On == JobEvent.Retry ? 1 : 0),
            Lost = before.Lost + (transition.On == JobEvent.Lose ? 1 : 0),
        };
        _states[before.Job] = after;
        Tally(before, -1);
        Tally(after, 1);
        return new JobChange(_nodes[before.Job], before, after, transition.Effects);
    }

    private void Tally(JobProgress progress, int by)
    {
        Open += progress.IsFinal ? 0 : by;
        Running += progress.State == JobState.Running ? by : 0;
    }
}
