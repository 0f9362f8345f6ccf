using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Executions.Outbox;
using TemporalVideo.DevServer.Executions.Queries;
using TemporalVideo.DevServer.Matching;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Storage;
using TemporalVideo.DevServer.Time;
using TemporalVideo.DevServer.Visibility;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Executions;

/// <summary>
/// Owns every workflow: finds or loads it, changes it one transaction at a time, commits, and only then dispatches what the change asks for.
/// </summary>
internal sealed partial class ExecutionEngine : IDisposable
{
    private const int TrimAbove = 4096;
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<WorkflowKey, WorkflowEntry> _workflows = new();
    private readonly Database _database;
    private readonly VisibilityStore _visibility;
    private readonly OutboxDelivery _outbox;
    private readonly ILogger _logger;
    private Timer? _sweep;
    private long _lastRunKey;
    private long _lastOutboxId;
    private long _lastTaskId;
    private int _trimming;
    private readonly CancellationTokenSource _stopping = new();
    private volatile bool _disposed;

    public ExecutionEngine(
        Database database, ServerClock clock, NamespaceRegistry namespaces, SearchAttributeRegistry searchAttributes, VisibilityStore visibility, ILogger logger)
    {
        _database = database;
        _visibility = visibility;
        _logger = logger;
        Clock = clock;
        Namespaces = namespaces;
        SearchAttributes = searchAttributes;
        Matching = new MatchingService(clock);
        _outbox = new OutboxDelivery(this);
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
                _ = ChangeAsync(open.Key, transaction =>
                {
                    if (transaction.Find(open.RunId) is { IsOpen: true } run)
                    {
                        RunResumption.Offer(run);
                    }

                    return true;
                });
            }
            else if (open.NextDue > 0)
            {
                Clock.Schedule(Ticks.ToTime(open.NextDue), () => FireDue(open.Key, open.RunId));
            }
        }

        if (!Clock.CanSkip)
        {
            _sweep = new Timer(_ => _ = SweepAsync(), null, TimeSpan.Zero, SweepInterval);
        }

        var outbox = _database.Read(RunStore.ReadOutbox);
        _lastOutboxId = Math.Max(_lastOutboxId, outbox.Count == 0 ? 0 : outbox[^1].Id);
        _outbox.Deliver(outbox);
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
            workflow = Entry(key);
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
        Retire(workflow);
        return transaction.Refusal is null ? result : throw transaction.Refusal;
    }

    /// <summary>Reads a workflow under its lock, and answers once everything it saw is on disk.</summary>
    public Task<T> ReadAsync<T>(WorkflowKey key, Func<WorkflowTransaction, T> read) => ChangeAsync(key, read);

    /// <summary>Finds a run in memory or in the database. Call under the workflow's lock.</summary>
    public WorkflowRun? LoadRun(WorkflowEntry workflow, string runId)
    {
        if (workflow.Runs.TryGetValue(runId, out var run))
        {
            return run;
        }

        // A run that was just deleted is still on disk until that is written.
        if (workflow.DeletedRuns.Contains(runId) || _database.Read(connection => RunStore.ReadRun(connection, workflow.Key, runId)) is not { } stored)
        {
            return null;
        }

        run = RunLoader.Load(_database, stored.RunKey, stored.State);
        workflow.Runs.Add(runId, run);
        return run;
    }

    /// <summary>Handles whatever is due of a run; called by its alarm.</summary>
    public void FireDue(WorkflowKey key, string runId) => _ = FireDueAsync(key, runId);

    public string NamespaceName(WorkflowRun run) => Namespaces.ById(run.State.NamespaceId)?.Name ?? "";

    /// <summary>Empty when there is no such namespace: the delivery then fails as it should.</summary>
    public string NamespaceIdOrEmpty(string name)
    {
        try
        {
            return Namespaces.Require(name).Id;
        }
        catch (GrpcException)
        {
            return "";
        }
    }

    public VisibilityRecord DescribeForVisibility(WorkflowRun run) => RunVisibility.Describe(run);

    public void LogDeliveryFailed(string work, Exception exception) => LogDelivery(_logger, work, exception);

    /// <summary>Ends the waiting polls; the server is about to stop.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose()
    {
        _disposed = true;
        _sweep?.Dispose();
        _stopping.Cancel();
    }

    private async Task SweepAsync()
    {
        try
        {
            await Retention.SweepAsync(this, Namespaces.All, Clock.UtcNow).ConfigureAwait(false);
        }
        catch (Exception e) when (!_disposed)
        {
            LogSweepFailed(_logger, e);
        }
        catch (ObjectDisposedException)
        {
            // The server is stopping; the next start sweeps again.
        }
    }

    private async Task FireDueAsync(WorkflowKey key, string runId)
    {
        try
        {
            await ChangeAsync(key, transaction =>
            {
                if (transaction.Find(runId) is { } run)
                {
                    Deadlines.Fire(run);
                }

                return true;
            }).ConfigureAwait(false);
        }
        catch (Exception e) when (!_disposed)
        {
            LogTimerFailed(_logger, key.WorkflowId, runId, e);
        }
        catch (ObjectDisposedException)
        {
            // The server is stopping; the timer is due again after the next start.
        }
    }

    private WorkflowEntry Entry(WorkflowKey key) =>
        _workflows.TryGetValue(key, out var workflow)
            ? workflow
            : _workflows.GetOrAdd(key, static (key, engine) => new WorkflowEntry(key, engine._database.Read(connection => RunStore.ReadCurrentRunId(connection, key))), this);

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
                    throw new IOException($"An earlier change of workflow '{workflow.Key.WorkflowId}' could not be written.", earlier.Exception);
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
            _ = workflow.LastCommit.ContinueWith(_ => Forget(workflow), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        foreach (var run in transaction.Touched)
        {
            UpdateClock(run);
        }

        return workflow.LastCommit;
    }

    /// <summary>Sets the run's one alarm to its next deadline, then lets the clock jump if nothing is under way.</summary>
    private void UpdateClock(WorkflowRun run)
    {
        var hold = RunActivity.HoldsClock(run);
        if (hold)
        {
            run.ClockHold ??= Clock.Hold("workflow run");
        }

        var next = Deadlines.Next(run);
        if (next != (run.Alarm?.Due.UtcTicks ?? 0))
        {
            run.Alarm?.Dispose();
            var (key, runId) = (run.Workflow, run.RunId);
            run.Alarm = next == 0 ? null : Clock.Schedule(Ticks.ToTime(next), () => FireDue(key, runId));
        }

        if (!hold)
        {
            run.ClockHold?.Dispose();
            run.ClockHold = null;
        }
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

        if (transaction.Sent.Count > 0)
        {
            _outbox.Deliver(transaction.Sent);
        }
    }

    /// <summary>Drops a workflow from memory when nothing of it is open, or when there are too many.</summary>
    private void Retire(WorkflowEntry workflow)
    {
        lock (workflow.Gate)
        {
            if (!workflow.IsRetired && workflow.CanRetire && workflow.Runs.Values.All(run => !run.IsOpen))
            {
                Drop(workflow);
            }
            else if (workflow.LastCommit.IsCompletedSuccessfully)
            {
                foreach (var run in workflow.Runs.Values)
                {
                    run.History.Trim(run.State.PreviousStartedEventId);
                }
            }
        }

        if (_workflows.Count > TrimAbove && Interlocked.Exchange(ref _trimming, 1) == 0)
        {
            foreach (var idle in _workflows.Values)
            {
                lock (idle.Gate)
                {
                    if (!idle.IsRetired && idle.CanRetire)
                    {
                        Drop(idle);
                    }
                }
            }

            Volatile.Write(ref _trimming, 0);
        }
    }

    /// <summary>A write failed: memory is ahead of the disk, so the workflow is read again by whoever asks next.</summary>
    private void Forget(WorkflowEntry workflow)
    {
        lock (workflow.Gate)
        {
            if (!workflow.IsRetired)
            {
                LogWriteFailed(_logger, workflow.Key.WorkflowId, workflow.LastCommit.Exception);
                foreach (var run in workflow.Runs.Values)
                {
                    run.Alarm?.Dispose();
                    run.ClockHold?.Dispose();
                }

                Drop(workflow);
            }
        }
    }

    /// <summary>Alarms live on: they find the run by its key.</summary>
    private void Drop(WorkflowEntry workflow)
    {
        workflow.IsRetired = true;
        _workflows.TryRemove(new KeyValuePair<WorkflowKey, WorkflowEntry>(workflow.Key, workflow));
    }

    [LoggerMessage(200, LogLevel.Error, "Timer of workflow {WorkflowId}, run {RunId} failed")]
    private static partial void LogTimerFailed(ILogger logger, string workflowId, string runId, Exception exception);

    [LoggerMessage(203, LogLevel.Error, "Deleting closed runs past their retention failed")]
    private static partial void LogSweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(202, LogLevel.Warning, "{Work} between workflows failed and is tried again")]
    private static partial void LogDelivery(ILogger logger, string work, Exception exception);

    [LoggerMessage(201, LogLevel.Error, "A change of workflow {WorkflowId} could not be written")]
    private static partial void LogWriteFailed(ILogger logger, string workflowId, Exception? exception);
}
