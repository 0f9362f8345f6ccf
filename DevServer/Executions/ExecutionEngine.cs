using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Executions.Outbox;
using TemporalVideo.DevServer.Executions.Queries;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Matching;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Storage;
using TemporalVideo.DevServer.Time;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Executions;

/// <summary>
/// Owns every workflow: finds or loads it, changes it one transaction at a time, commits, and only then dispatches what the change asks
/// for.
/// </summary>
internal sealed partial class ExecutionEngine : IDisposable
{
    private static readonly TimeSpan OutboxRetryDelay = TimeSpan.FromSeconds(1);

    private readonly Database _database;
    private readonly VisibilityStore _visibility;
    private readonly LoadedWorkflows _workflows;
    private readonly RunAlarms _alarms;
    private readonly OutboxDelivery _outbox;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private RetentionSweeps? _sweeps;
    private long _lastRunKey;
    private long _lastOutboxId;
    private long _lastTaskId;

    public ExecutionEngine(
        Database database, ServerClock clock, NamespaceRegistry namespaces, SearchAttributeRegistry searchAttributes,
            VisibilityStore visibility, ILogger logger)
    {
        _database = database;
        _visibility = visibility;
        _logger = logger;
        Clock = clock;
        Namespaces = namespaces;
        SearchAttributes = searchAttributes;
        Matching = new MatchingService(clock);
        _workflows = new LoadedWorkflows(database, logger);
        _alarms = new RunAlarms(this, clock, logger);
        _outbox = new OutboxDelivery(DeliverAsync, () => Clock.Hold("work between workflows"), LogDeliveryFailed, OutboxRetryDelay);
        RunStore.Migrate(database);
        _lastRunKey = database.Read(RunStore.ReadLastRunKey);
        _lastTaskId = Clock.UtcNow.UtcTicks;
    }

    /// <summary>Cancelled when the server stops.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public ServerClock Clock { get; }

    public NamespaceRegistry Namespaces { get; }

    public SearchAttributeRegistry SearchAttributes { get; }

    public MatchingService Matching { get; }

    public WorkerPolls Polls { get; } = new();

    public DirectQueries DirectQueries { get; } = new();

    public Database Database => _database;

    /// <summary>Takes up what an earlier process left: tasks, timers, and work between workflows.</summary>
    public void Resume()
    {
        foreach (var open in _database.Read(RunStore.ReadOpenRuns))
        {
            if (open.IsBusy)
            {
                _ = ResumeAsync(open.Key, open.RunId);
            }
            else if (open.NextDue > 0)
            {
                _alarms.Set(open.Key, open.RunId, open.NextDue);
            }
        }

        if (!Clock.CanSkip)
        {
            _sweeps = new RetentionSweeps(this, _logger);
        }

        var outbox = _database.Read(RunStore.ReadOutbox);
        _lastOutboxId = Math.Max(_lastOutboxId, outbox.Count == 0 ? 0 : outbox[^1].Id);
        _outbox.Deliver(outbox, Task.CompletedTask);
    }

    public long NextRunKey() => Interlocked.Increment(ref _lastRunKey);

    public long NextOutboxId() => Interlocked.Increment(ref _lastOutboxId);

    public long NextTaskId() => Interlocked.Increment(ref _lastTaskId);

    /// <summary>
    /// Changes a workflow. <paramref name="change"/> runs under its lock; what it throws takes the change back.
    /// Completes when the change, and every earlier one that it may have seen, is on disk.
    /// </summary>
    public async Task<T> ChangeAsync<T>(WorkflowKey key, Func<WorkflowTransaction, T> change)
    {
        WorkflowTransaction transaction;
        WorkflowEntry workflow;
        T result;
        Task durable;
        while (true)
        {
            workflow = _workflows.Entry(key);
            lock (workflow.Gate)
            {
                if (workflow.IsRetired)
                {
                    continue;
                }

                transaction = new WorkflowTransaction(this, workflow, Clock.UtcNow.UtcTicks);
                try
                {
                    result = change(transaction);
                }
                catch
                {
                    transaction.RollBack();
                    transaction.End();
                    throw;
                }

                durable = EndTransaction(workflow, transaction);
                break;
            }
        }

        await durable.ConfigureAwait(false);
        Dispatch(transaction);
        _workflows.Retire(workflow);
        return transaction.Refusal is null ? result : throw transaction.Refusal;
    }

    /// <summary>Reads a workflow under its lock, and answers once everything it saw is on disk.</summary>
    public Task<T> ReadAsync<T>(WorkflowKey key, Func<WorkflowTransaction, T> read) => ChangeAsync(key, read);

    /// <summary>Finds a run in memory or in the database. Call under the workflow's lock.</summary>
    public WorkflowRun? LoadRun(WorkflowEntry workflow, string runId) => _workflows.Run(workflow, runId);

    public string NamespaceName(WorkflowRun run) => Namespaces.ById(run.State.NamespaceId)?.Name ?? "";

    /// <summary>Empty when there is no such namespace: the delivery then fails as it should.</summary>
    public string NamespaceIdOrEmpty(string name)
    {
        try
        {
            return Namespaces.Require(name).Id;
        }
        catch (ServiceException)
        {
            return "";
        }
    }

    public VisibilityRecord DescribeForVisibility(WorkflowRun run) => RunVisibility.Describe(run);

    /// <summary>Ends the waiting polls; the server is about to stop.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose()
    {
        _stopping.Cancel();
        _sweeps?.Dispose();
    }

    /// <summary>
    /// A run that cannot be read or offered does not keep the others from going on; its workflow stands still, and the log says so.
    /// </summary>
    private async Task ResumeAsync(WorkflowKey key, string runId)
    {
        try
        {
            await ChangeAsync(key, transaction =>
            {
                if (transaction.Find(runId) is { IsOpen: true } run)
                {
                    RunResumption.Offer(run);
                }

                return true;
            }).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The server stops; the next one takes it up.
        }
        catch (Exception failure)
        {
            LogNotResumed(_logger, key.WorkflowId, runId, failure);
        }
    }

    private Task DeliverAsync(long id, OutboxItem item) => item.WorkCase switch
    {
        OutboxItem.WorkOneofCase.StartChild => ChildStart.DeliverAsync(this, id, item),
        OutboxItem.WorkOneofCase.Signal => ExternalSignal.DeliverAsync(this, id, item),
        OutboxItem.WorkOneofCase.Cancel => ExternalCancel.DeliverAsync(this, id, item),
        OutboxItem.WorkOneofCase.ChildClosed => ChildReport.DeliverAsync(this, id, item),
        OutboxItem.WorkOneofCase.CloseChild => ParentClose.DeliverAsync(this, id, item),
        _ => Task.CompletedTask,
    };

    private void LogDeliveryFailed(OutboxItem item, Exception failure, bool last)
    {
        if (last)
        {
            LogSetAside(_logger, item.WorkCase, item.SourceWorkflowId, OutboxItems.TargetOf(item), OutboxDelivery.MostAttempts, failure);
        }
        else
        {
            LogDelivery(_logger, item.WorkCase, item.SourceWorkflowId, OutboxItems.TargetOf(item), failure);
        }
    }

    private Task EndTransaction(WorkflowEntry workflow, WorkflowTransaction transaction)
    {
        var commit = transaction.End();
        if (!commit.IsEmpty)
        {
            var earlier = workflow.LastCommit;
            workflow.LastCommit = _database.WriteAsync(connection =>
            {
                if (workflow.IsBroken || earlier.IsFaulted)
                {
                    throw new IOException($"An earlier change of workflow '{workflow.Key.WorkflowId}' could not be written.",
                        earlier.Exception);
                }

                try
                {
                    commit.Apply(connection, _visibility);
                }
                catch
                {
                    workflow.IsBroken = true;
                    throw;
                }
            });
            _ = workflow.LastCommit.ContinueWith(_ => _workflows.Forget(workflow), CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        foreach (var run in transaction.Touched)
        {
            _alarms.Update(run);
        }

        // Here, under the workflow's lock, they are in order; after the commit they no longer are.
        _outbox.Deliver(transaction.Sent, workflow.LastCommit);
        return workflow.LastCommit;
    }

    private void Dispatch(WorkflowTransaction transaction)
    {
        foreach (var action in transaction.AfterCommitActions)
        {
            action();
        }

        foreach (var run in transaction.Grown)
        {
            run.NotifyHistory();
        }

        foreach (var task in transaction.Tasks)
        {
            Matching.Add(task);
        }
    }

    [LoggerMessage(202, LogLevel.Warning, "{Work} from workflow '{From}' to '{To}' failed and is tried again")]
    private static partial void LogDelivery(
        ILogger logger, OutboxItem.WorkOneofCase work, string from, string to, Exception exception);

    [LoggerMessage(205, LogLevel.Error,
        "{Work} from workflow '{From}' to '{To}' failed {Attempts} times and is set aside until the server is started again")]
    private static partial void LogSetAside(
        ILogger logger, OutboxItem.WorkOneofCase work, string from, string to, int attempts, Exception exception);

    [LoggerMessage(206, LogLevel.Error, "Workflow '{WorkflowId}', run {RunId}, could not be taken up after the start and stands still")]
    private static partial void LogNotResumed(ILogger logger, string workflowId, string runId, Exception exception);
}
