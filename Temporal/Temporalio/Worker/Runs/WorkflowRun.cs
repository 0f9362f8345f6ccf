using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Worker.Execution;
using Temporalio.Worker.Histories;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Runs;

/// <summary>One run in memory: its machines, its code, and how far in history they are. Used by one task at a time.</summary>
internal sealed class WorkflowRun(string runId, WorkflowRunOptions options) : IDisposable
{
    private static readonly TimeSpan DeadlockLimit = TimeSpan.FromSeconds(2);

    private readonly RunMachines _machines = new(options.Namespace);
    private readonly LocalActivityRunner _locals = new(options.LocalActivities);
    private WorkflowInstance? _instance;
    private WorkflowExecutionStartedEventAttributes? _started;
    private DateTime _now = DateTime.MinValue;
    private bool? _modernLoop;

    /// <summary>Id of the last event that the run has taken in.</summary>
    public long LastEventId { get; private set; }

    /// <summary>Id of the start of the last task that the run has taken in.</summary>
    public long LastStartedEventId { get; private set; }

    /// <summary>Whether there is no more use for the run in memory: it has asked to end, or a query has spoiled it.</summary>
    public bool IsOver => _machines.Commands.HasTerminal || _instance?.IsSpoiled == true;

    /// <summary>Name of the workflow's type, once known.</summary>
    public string? WorkflowType => _started?.WorkflowType.Name;

    /// <summary>Takes in events that are all in the past, and checks that the code still does what they show.</summary>
    public Task ReplayAsync(IReadOnlyList<HistoryEvent> events) => ApplyAsync(events, [], liveUntil: null, checkEnd: true);

    /// <summary>Brings the run to where a query sees it.</summary>
    public Task CatchUpAsync(IReadOnlyList<HistoryEvent> events) => ApplyAsync(events, [], liveUntil: null, checkEnd: false);

    /// <summary>Takes in the events of a task, the last of which is new, and gives what the task has come to.</summary>
    /// <param name="events">Events that follow those taken in before.</param>
    /// <param name="messages">Messages that came with the task.</param>
    /// <param name="received">When the task was received.</param>
    public async Task<RespondWorkflowTaskCompletedRequest> RunTaskAsync(
        IReadOnlyList<HistoryEvent> events, IEnumerable<Message> messages, DateTimeOffset received)
    {
        var timeout = (_started ?? events[0].WorkflowExecutionStartedEventAttributes)?.WorkflowTaskTimeout?.ToTimeSpan()
            ?? TimeSpan.FromSeconds(10);
        const double HeartbeatShare = 0.8;
        var needsTime = await ApplyAsync(events, messages, received + (timeout * HeartbeatShare), checkEnd: false).ConfigureAwait(false);
        return new()
        {
            Commands = { _machines.Commands.Pending.Select(p => p.Command) },
            Messages = { _machines.TakeMessages() },
            SdkMetadata = _machines.Flags.Report(),
            ForceCreateNewWorkflowTask = needsTime,
            ReturnNewWorkflowTask = true,
        };
    }

    /// <summary>Answers a query with the state as it is.</summary>
    public Task<WorkflowQueryResult> QueryAsync(string id, WorkflowQuery query) => _instance is { } instance
        ? WithDeadlockCheckAsync(() => instance.Query(id, query))
        : throw new InvalidOperationException($"Run {runId} has no state to query yet");

    /// <summary>The server has thrown the last task away: its ids will be used again.</summary>
    public void RollBack(long startedEventId)
    {
        // Before the start stands the task's scheduling, which is gone too.
        LastEventId -= 2;
        LastStartedEventId = startedEventId;
    }

    public void Dispose() => _locals.Dispose();

    /// <returns>Whether local activities need more time than the task has.</returns>
    private async Task<bool> ApplyAsync(
        IReadOnlyList<HistoryEvent> events, IEnumerable<Message> messages, DateTimeOffset? liveUntil, bool checkEnd)
    {
        var sequences = HistoryChunker.Split(events, messages.Min(message => (long?)message.EventId));
        for (var i = 0; i < sequences.Count; i++)
        {
            var sequence = sequences[i];
            if (sequence.EndsInTask)
            {
                var isLive = liveUntil is not null && i == sequences.Count - 1;
                var needsTime = await ApplyAsync(sequence, isLive ? messages : [], isLive ? liveUntil : null).ConfigureAwait(false);
                LastEventId = sequence.Last.EventId;
                LastStartedEventId = sequence.Last.EventId;
                if (isLive)
                {
                    return needsTime;
                }
            }
            else if (checkEnd)
            {
                _machines.Begin(sequence, true, []);
                LastEventId = sequence.Last.EventId;
            }
        }

        return false;
    }

    private async Task<bool> ApplyAsync(WorkflowTaskSequence sequence, IEnumerable<Message> messages, DateTimeOffset? liveUntil)
    {
        var replaying = liveUntil is null;
        _machines.Begin(sequence, replaying, messages);
        var task = sequence.Last;
        var taskTime = task.EventTime?.ToDateTime() ?? DateTime.UnixEpoch;
        _now = taskTime > _now ? taskTime : _now;
        _modernLoop ??= _machines.Flags.TryUse(SdkFlags.Lang.ModernEventLoop, replaying);
        var needsTime = false;
        var jobs = _machines.TakeJobs();
        while (!_machines.Commands.HasTerminal)
        {
            if (jobs.Count > 0)
            {
                _machines.Handle(await ActivateAsync(jobs, task, replaying).ConfigureAwait(false));
                _locals.Cancel(_machines.LocalActivities.TakeCanceled());
            }
            else if (_machines.LocalActivities.TakeRecorded() is { } recorded)
            {
                Resolve(recorded.Seq, recorded.Outcome);
            }
            else if (replaying || !_machines.LocalActivities.Open.Any())
            {
                break;
            }
            else if (await RunLocalActivitiesAsync(liveUntil!.Value, task).ConfigureAwait(false) is { } ended)
            {
                Resolve(ended.Seq, ended.Outcome);
            }
            else
            {
                needsTime = true;
                break;
            }

            jobs = _machines.TakeJobs();
        }

        _machines.EndTask();
        return needsTime;
    }

    private void Resolve(uint seq, LocalActivityOutcome outcome)
    {
        _now = outcome.CompleteTime is { } completed && completed > _now ? completed : _now;
        _machines.ResolveLocal(seq, outcome);
    }

    private Task<(uint Seq, LocalActivityOutcome Outcome)?> RunLocalActivitiesAsync(DateTimeOffset until, HistoryEvent task)
    {
        foreach (var request in _machines.LocalActivities.Open)
        {
            _locals.Start(request, _instance!.Context.Info, task.EventTime?.ToDateTime() ?? DateTime.UtcNow);
        }

        return _locals.NextAsync(until);
    }

    private async Task<IReadOnlyList<WorkflowCommand>> ActivateAsync(IReadOnlyList<WorkflowJob> jobs, HistoryEvent task, bool replaying)
    {
        var attributes = task.WorkflowTaskStartedEventAttributes;
        var activation = new Activation(
            jobs,
            replaying,
            _now,
            (int)task.EventId,
            (int)attributes.HistorySizeBytes,
            attributes.SuggestContinueAsNew,
            _modernLoop!.Value);
        if (_instance is null)
        {
            var started = _machines.Started ?? throw new InvalidOperationException($"Run {runId} has no start event");
            _started = started.WorkflowExecutionStartedEventAttributes;
            var setup = options.FindWorkflow(_started.WorkflowType.Name);
            _instance = new(new(setup, started, runId, _now));
        }

        return await WithDeadlockCheckAsync(() => _instance.Activate(activation)).ConfigureAwait(false);
    }

    private async Task<T> WithDeadlockCheckAsync<T>(Func<T> work)
    {
        var running = Task.Run(work);
        if (options.DebugMode)
        {
            return await running.ConfigureAwait(false);
        }

        try
        {
            return await running.WaitAsync(DeadlockLimit).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            throw new WorkflowDeadlockException(
                $"[TMPRL1101] Potential deadlock detected: workflow {WorkflowType} (run {runId}) did not yield within {DeadlockLimit.TotalSeconds} seconds. "
                + "Workflow code must not block; use the methods of Workflow to wait");
        }
    }
}
