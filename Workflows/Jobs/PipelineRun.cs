using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>
/// Runs the graph: carries out the effects of its changes, and tells it what has happened. All state changes here are synchronous.
/// </summary>
internal sealed class PipelineRun
{
    private readonly JobPipelineInput _input;
    private readonly JobGraph _graph;
    private readonly SpawnRules _spawns;
    private readonly ApprovalDesk _approvals;
    private readonly List<string> _ready = [];
    private readonly List<string> _inLine = [];
    private readonly Dictionary<string, CancellationTokenSource> _attempts = [];
    private readonly List<Task> _tasks = [];
    private RowKeeper? _rows;
    private RunningPlaces? _places;
    private bool _begun;
    private bool _cancelled;

    public PipelineRun(JobPipelineInput input)
    {
        _input = input;
        _graph = new JobGraph(input.Nodes, input.Progress);
        _spawns = new SpawnRules(_graph, input);
        _approvals = new ApprovalDesk(_graph, input.WaitingSince);
    }

    public JobPipelineState State => new()
    {
        Pipeline = _input.Pipeline,
        Template = _input.Template,
        PlanKey = _input.PlanKey,
        Round = _input.Round,
        Outcome = Outcome,
        Nodes = [.. _graph.Nodes],
        Jobs = [.. _graph.All],
    };

    /// <summary>What the next run goes on with; null when all has ended.</summary>
    public JobPipelineInput? Continuation => _graph.Open == 0 ? null
        : _input with
        {
            Nodes = [.. _graph.Nodes],
            Progress = [.. _graph.All],
            KnownRows = _rows?.Known ?? 0,
            Revision = _rows?.Revision ?? 0,
            WaitingSince = _approvals.Since.Count > 0 ? _approvals.Since : null,
            InLine = _inLine.Count > 0 ? [.. _inLine] : null,
        };

    /// <summary>Which jobs failed that may not, and why.</summary>
    public string WhyFailed =>
        string.Join("\n", _graph.All.Where(Counts).Select(job => $"The job '{job.Job}' failed: {job.Reason}"));

    private PipelineOutcome Outcome => !_begun ? PipelineOutcome.Pending
        : _graph.Open > 0 ? PipelineOutcome.Running
        : _cancelled ? PipelineOutcome.Cancelled
        : _graph.All.Any(Counts) ? PipelineOutcome.Failed
        : PipelineOutcome.Completed;

    private bool Leaving =>
        Workflow.CurrentHistoryLength >= _input.EventsPerRun || Workflow.ContinueAsNewSuggested;

    public JobProgress? Find(string job) => _graph.Has(job) ? _graph[job] : null;

    public string? ObjectionTo(JobApproval approval) => _approvals.ObjectionTo(approval);

    public void Take(JobApproval approval) => _approvals.Take(approval);

    public string? ObjectionTo(JobSpawn spawn) => _spawns.ObjectionTo(spawn);

    /// <summary>Adds the job and has the one that asked wait.</summary>
    public string Spawn(JobSpawn spawn)
    {
        // Between the validator and this the limits may have been reached by another.
        if (_spawns.ObjectionTo(spawn) is { } objection)
        {
            throw new ApplicationFailureException(objection, errorType: FailureTypes.JobFailed, nonRetryable: true);
        }

        var node = _spawns.NodeOf(spawn);
        Carry(_graph.Apply(new JobMessage(spawn.Parent, JobEvent.Wait, spawn.Attempt, $"It waits for '{node.Id}': {spawn.Reason}")));
        _places?.Leave(spawn.Parent);
        Carry(_graph.Add(node));
        return node.Id;
    }

    /// <summary>Goes on until all jobs have ended, or it is time for a new run, with nothing running.</summary>
    public async Task ToTheEndAsync()
    {
        _begun = true;
        _rows = Workflow.Patched(Patches.PipelineRows)
            ? new RowKeeper(_input, _graph, () => (Outcome, Outcome == PipelineOutcome.Failed ? WhyFailed : null)) : null;
        _places = _rows is not null && Workflow.Patched(Patches.UserPlaces) ? new RunningPlaces(_input, _rows) : null;
        var writing = _rows?.WriteAsync() ?? Task.CompletedTask;
        _ready.AddRange(_graph.All.Where(job => job.State == JobState.Queued).Select(job => job.Job)
            .OrderBy(job => _input.InLine?.Contains(job) == true ? 0 : 1));
        Carry(_graph.Begin());
        try
        {
            while (!Over)
            {
                StartWhatMay();
                TakeAlong();
                await Workflow.WaitConditionAsync(() => Over || Next is not null || (_places is not null && ToTakeAlong.Any()));
                _tasks.RemoveAll(task => task.IsCompletedSuccessfully);
            }
        }
        catch (Exception stop) when (TemporalException.IsCanceledException(stop) && Workflow.CancellationToken.IsCancellationRequested)
        {
            _cancelled = true;
            Carry(_graph.CancelAll("The pipeline was cancelled."));
        }

        // Their processes have ended when they have.
        await Workflow.WhenAllAsync(_tasks);
        _rows?.Close();
        await writing;
        if (_rows is not null && !_cancelled && _graph.Open > 0 && Workflow.CancellationToken.IsCancellationRequested)
        {
            // It came when nothing ran, on the way to a new run, which would not hear of it.
            _cancelled = true;
            Carry(_graph.CancelAll("The pipeline was cancelled."));
            await _rows.WriteAsync();
        }
    }

    private bool Over => _graph.Open == 0 || (Leaving && _attempts.Count == 0 && _places is not { Asked: > 0 })
        || _tasks.Exists(task => task.IsFaulted);

    /// <summary>Before a new run only that begins which one that runs is waiting for.</summary>
    private string? Next => _graph.Running + (_places?.Asked ?? 0) >= _input.MaxParallel ? null
        : _ready.Find(job => !Leaving || _graph.Node(job).ParentJob is not null);

    private bool Counts(JobProgress job) => job.State == JobState.Failed && !_graph.Node(job.Job).AllowFailure
        && _graph.Node(job.Job).ParentJob is null;

    private void StartWhatMay()
    {
        while (Next is { } job)
        {
            _ready.Remove(job);
            if (_places is null || _graph.Node(job).Type == JobTypes.Approval)
            {
                Start(job);
            }
            else
            {
                _tasks.Add(StartWithPlaceAsync(_places, job));
            }
        }
    }

    private void Start(string job) => Carry(_graph.Apply(new JobMessage(job, JobEvent.Start, _graph[job].Attempt)));

    private async Task StartWithPlaceAsync(RunningPlaces places, string job)
    {
        var place = new JobPlace(job, _graph[job].Attempt + 1);
        var isTaken = await places.AskAsync(job, place, reason =>
        {
            Carry(_graph.Apply(new JobMessage(job, JobEvent.Hold, _graph[job].Attempt, reason)));
            return !Leaving || _graph.Node(job).ParentJob is not null;
        });
        if (isTaken)
        {
            places.Hold(job, place);
            Start(job);
        }
        else if (_graph[job].State == JobState.Queued)
        {
            // Its turn is kept: the next run asks for it first, or others would wait for it.
            _inLine.Add(job);
        }
        else
        {
            places.GiveUp(place);
        }
    }

    /// <summary>A person, or a place, may take days to come: the next run asks on.</summary>
    private IEnumerable<string> ToTakeAlong => !Leaving ? []
        : _attempts.Where(attempt => _graph.Node(attempt.Key).Type == JobTypes.Approval && !attempt.Value.IsCancellationRequested)
            .Select(attempt => attempt.Key)
            .Concat(_places?.Waiting.Where(job => _graph.Node(job).ParentJob is null && _graph[job].State == JobState.Queued) ?? []);

    private void TakeAlong()
    {
        foreach (var job in ToTakeAlong.ToList())
        {
            _attempts.GetValueOrDefault(job)?.Cancel();
            _places?.Stop(job);
        }
    }

    private void Carry(IEnumerable<JobChange> changes)
    {
        foreach (var change in changes)
        {
            Carry(change);
        }
    }

    private void Carry(JobChange change)
    {
        _rows?.Note(change.Node.Id);
        if (change.Effects.HasFlag(JobEffects.BackOff))
        {
            _tasks.Add(QueueLaterAsync(change));
        }
        else if (change.Effects.HasFlag(JobEffects.Enqueue))
        {
            _ready.Add(change.Node.Id);
        }

        if (change.Effects.HasFlag(JobEffects.Run))
        {
            _tasks.Add(RunAsync(change));
        }

        if (change.Effects.HasFlag(JobEffects.Stop))
        {
            _attempts.GetValueOrDefault(change.Node.Id)?.Cancel();
        }

        if (change.Effects.HasFlag(JobEffects.Settle))
        {
            _ready.Remove(change.Node.Id);
            _places?.Stop(change.Node.Id);
            GiveUpTurn(change);
            if (change.Node.ParentJob is { } parent && !_spawns.WaitsStill(parent))
            {
                Resume(parent, change.Node.Id);
            }
        }
    }

    /// <summary>A job that kept its turn between two runs, and may have been given a place meanwhile, will not ask again.</summary>
    private void GiveUpTurn(JobChange change)
    {
        var job = change.Node.Id;
        if (change.Before.State == JobState.Queued && (_inLine.Contains(job) || _input.InLine?.Contains(job) == true))
        {
            _places?.GiveUp(new JobPlace(job, change.After.Attempt + 1));
        }
    }

    /// <summary>Who has waited goes on in the place of what it has waited for, or in another one.</summary>
    private void Resume(string job, string ended)
    {
        if (_places is not null && _graph[job].State == JobState.Waiting && !_places.HandOver(ended, job))
        {
            _tasks.Add(ResumeWithPlaceAsync(_places, job, new JobPlace(ended, _graph[ended].Attempt + 1)));
            return;
        }

        Carry(_graph.Apply(new JobMessage(job, JobEvent.Resume, _graph[job].Attempt)));
    }

    private async Task ResumeWithPlaceAsync(RunningPlaces places, string job, JobPlace place)
    {
        var attempt = _graph[job].Attempt;
        var isTaken = await places.AskAsync(job, place, _ => true);
        if (isTaken && _graph[job].State == JobState.Waiting && !_spawns.WaitsStill(job))
        {
            places.Hold(job, place);
            Carry(_graph.Apply(new JobMessage(job, JobEvent.Resume, attempt)));
        }
        else
        {
            places.GiveUp(place);
        }
    }

    private async Task QueueLaterAsync(JobChange change)
    {
        var seconds = Math.Min(change.Node.BackoffSeconds * Math.Pow(2, change.After.RetryCount - 1), 600);
        try
        {
            await Workflow.DelayWithOptionsAsync(new(TimeSpan.FromSeconds(seconds), $"before '{change.Node.Id}' is tried again"));
        }
        catch (Exception stop) when (TemporalException.IsCanceledException(stop))
        {
            return;
        }

        if (_graph[change.Node.Id].State == JobState.Queued)
        {
            _ready.Add(change.Node.Id);
        }
    }

    private async Task RunAsync(JobChange change)
    {
        using var stop = new CancellationTokenSource();
        _attempts[change.Node.Id] = stop;
        var (node, number) = (change.Node, change.After.Attempt);
        try
        {
            if (node.Type == JobTypes.Approval)
            {
                Carry(_graph.Apply(new JobMessage(node.Id, JobEvent.Wait, number, "It waits for a person's word.")));
                Carry(_graph.Apply(await _approvals.AwaitAsync(node, number, stop.Token)));
            }
            else
            {
                Carry(_graph.Apply(await JobExecution.RunAsync(_input, TaskOf(node, number), _graph[node.Id], stop.Token)));
            }
        }
        finally
        {
            if (ReferenceEquals(_attempts.GetValueOrDefault(node.Id), stop))
            {
                _attempts.Remove(node.Id);
            }

            _places?.Stop(node.Id);
            _places?.Leave(node.Id);
        }
    }

    private JobTask TaskOf(JobNode node, int attempt) => new()
    {
        Pipeline = _input.Pipeline,
        PlanKey = _input.PlanKey,
        Node = node,
        Attempt = attempt,
        Sources = [.. _spawns.NeedsOf(node).Select(need => _graph[need.Job])
            .Where(source => source.Attempt > 0)
            .Select(source => new JobSource(source.Job, source.Attempt))],
    };
}
