using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.WorkflowTasks;
using TemporalVideo.DevServer.Matching;

namespace TemporalVideo.DevServer.Executions;

/// <summary>
/// One change of a workflow's runs, made synchronously under its lock: collects what to write and what to do once it is on disk.
/// </summary>
internal sealed class WorkflowTransaction(ExecutionEngine engine, WorkflowEntry workflow, long now)
{
    private readonly List<WorkflowRun> _touched = [];
    private readonly List<(long Id, OutboxItem Item)> _sent = [];
    private readonly List<long> _delivered = [];
    private readonly List<(long RunKey, string RunId)> _deleted = [];
    private readonly List<Action> _afterCommit = [];
    private readonly List<QueueTask> _tasks = [];
    private readonly List<WorkflowRun> _grown = [];
    private string? _newCurrentRunId;

    public ExecutionEngine Engine { get; } = engine;

    public WorkflowEntry Workflow { get; } = workflow;

    /// <summary>The one time of everything that this transaction does, in ticks.</summary>
    public long Now { get; } = now;

    /// <summary>To be thrown at the caller once the transaction is on disk.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>The runs that this transaction read for change.</summary>
    public IReadOnlyList<WorkflowRun> Touched => _touched;

    /// <summary>The runs that got events; known at the end.</summary>
    public IReadOnlyList<WorkflowRun> Grown => _grown;

    public IReadOnlyList<(long Id, OutboxItem Item)> Sent => _sent;

    public IReadOnlyList<QueueTask> Tasks => _tasks;

    public IReadOnlyList<Action> AfterCommitActions => _afterCommit;

    /// <summary>The run that an empty run id means; null when there is none.</summary>
    public WorkflowRun? Current => (_newCurrentRunId ?? Workflow.CurrentRunId) is { } runId ? Find(runId) : null;

    /// <summary>A run by its id, the current one when the id is empty.</summary>
    public WorkflowRun? Find(string runId)
    {
        if (runId.Length == 0)
        {
            return Current;
        }

        var run = Engine.LoadRun(Workflow, runId);
        if (run is { IsInTransaction: false })
        {
            run.Begin(this);
            _touched.Add(run);
        }

        return run;
    }

    /// <summary>Takes a new run in and makes it the current one.</summary>
    public void AddRun(WorkflowRun run)
    {
        run.Begin(this);
        _touched.Add(run);
        Workflow.Runs.Add(run.RunId, run);
        _newCurrentRunId = run.RunId;
    }

    public void Delete(WorkflowRun run) => _deleted.Add((run.Key, run.RunId));

    /// <summary>Queues work for another workflow; delivered after the commit, and again after a restart until answered.</summary>
    public void Send(OutboxItem item) => _sent.Add((Engine.NextOutboxId(), item));

    /// <summary>Work from the outbox is done with.</summary>
    public void Delivered(long outboxId) => _delivered.Add(outboxId);

    public void Offer(QueueTask task) => _tasks.Add(task);

    /// <summary>Takes back the offer of a workflow task that is started in the same transaction.</summary>
    public void Withdraw(long stamp) => _tasks.RemoveAll(task => task.Queue.Type == TaskQueueType.Workflow && task.Id == stamp);

    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public long NextTaskId() => Engine.NextTaskId();

    /// <summary>Takes everything back; the transaction can go on and do something else.</summary>
    public void RollBack()
    {
        foreach (var run in _touched)
        {
            run.RollBack();
            if (run.IsNew)
            {
                Workflow.Runs.Remove(run.RunId);
            }
        }

        _touched.RemoveAll(run => run.IsNew);
        _sent.Clear();
        _delivered.Clear();
        _deleted.Clear();
        _afterCommit.Clear();
        _tasks.Clear();
        _newCurrentRunId = null;
    }

    /// <summary>Ends the change and gives what it has to write.</summary>
    public Commit End()
    {
        var commit = new Commit { Workflow = Workflow.Key };
        foreach (var run in _touched)
        {
            WorkflowTaskFailure.LimitBuffer(run);
            if (run.End(Engine.DescribeForVisibility) is { } write && !_deleted.Contains((run.Key, run.RunId)))
            {
                commit.Runs.Add(write);
                if (write.Batches.Count > 0)
                {
                    _grown.Add(run);
                }
            }
        }

        commit.Sent.AddRange(_sent);
        commit.Delivered.AddRange(_delivered);
        commit.Deleted.AddRange(_deleted);
        if (_newCurrentRunId is not null)
        {
            commit.CurrentRunId = _newCurrentRunId;
            Workflow.CurrentRunId = _newCurrentRunId;
        }

        foreach (var (_, runId) in _deleted)
        {
            Workflow.Runs.Remove(runId);
            Workflow.DeletedRuns.Add(runId);
            if (Workflow.CurrentRunId == runId)
            {
                Workflow.CurrentRunId = null;
            }
        }

        return commit;
    }
}
