using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Executions.Events;
using TemporalVideo.DevServer.Executions.Queries;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.Updates;
using TemporalVideo.DevServer.Executions.WorkflowTasks;
using TemporalVideo.DevServer.Histories;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Executions;

/// <summary>
/// One run: its stored state, and what is only in memory. Changed inside a <see cref="WorkflowTransaction"/> only,
/// which either commits all changes since it began or takes them back.
/// </summary>
internal sealed class WorkflowRun
{
    private const int LargestBatch = 4096;
    private readonly IPartTable[] _tables;
    private readonly List<HistoryEvent> _newEvents = [];
    private readonly Dictionary<long, ActivityTaskScheduledEventAttributes> _scheduledActivities = [];
    private RunState? _before;
    private bool _changed;

    public WorkflowRun(long key, RunState state, RunHistory history, bool isNew)
    {
        Key = key;
        State = state;
        History = history;
        IsNew = isNew;
        _tables = [Activities, Timers, Children, Externals, Updates, SignalRequests, Buffer, AttributeParts];
    }

    /// <summary>The run's key in the database.</summary>
    public long Key { get; }

    public RunState State { get; private set; }

    public RunHistory History { get; }

    /// <summary>Not written yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>By scheduled event id.</summary>
    public PartTable<long, ActivityState> Activities { get; } = new(PartKind.Activity);

    /// <summary>By timer id.</summary>
    public PartTable<string, TimerState> Timers { get; } = new(PartKind.Timer);

    /// <summary>By initiated event id.</summary>
    public PartTable<long, ChildState> Children { get; } = new(PartKind.Child);

    /// <summary>By initiated event id.</summary>
    public PartTable<long, ExternalState> Externals { get; } = new(PartKind.External);

    /// <summary>By update id: those that were accepted, while the run is kept.</summary>
    public PartTable<string, UpdateState> Updates { get; } = new(PartKind.Update);

    /// <summary>Request ids of signals.</summary>
    public PartTable<string, SignalRequestState> SignalRequests { get; } = new(PartKind.SignalRequest);

    /// <summary>Events that arrived while a workflow task was running, by order of arrival; they have no ids yet.</summary>
    public PartTable<long, HistoryEvent> Buffer { get; } = new(PartKind.BufferedEvent);

    /// <summary>Memo and search attributes under key 0.</summary>
    public PartTable<long, AttributesState> AttributeParts { get; } = new(PartKind.Attributes);

    public UpdateRegistry PendingUpdates { get; } = new();

    public QueryRegistry Queries { get; } = new();

    /// <summary>Completed and replaced when committed history grows.</summary>
    public TaskCompletionSource HistoryGrew { get; private set; } = NewSignal();

    public int HistoryWaiters { get; set; }

    public ITimerHandle? Alarm { get; set; }

    public IDisposable? ClockHold { get; set; }

    /// <summary>How many of its activities the clock knows to be with workers.</summary>
    public int CountedWorking { get; set; }

    /// <summary>The transaction that is changing this run.</summary>
    public WorkflowTransaction Transaction { get; private set; } = null!;

    public bool IsInTransaction { get; private set; }

    public WorkflowKey Workflow => new(State.NamespaceId, State.WorkflowId);

    public string RunId => State.RunId;

    public bool IsOpen => State.Status == WorkflowExecutionStatus.Running;

    public long Now => Transaction.Now;

    /// <summary>Event 1's attributes.</summary>
    public WorkflowExecutionStartedEventAttributes Start => StartedEvent.WorkflowExecutionStartedEventAttributes;

    public HistoryEvent StartedEvent => field ??= _newEvents.Count > 0 && _newEvents[0].EventId == 1 ? _newEvents[0] : History.Event(1);

    public AttributesState Attributes => AttributeParts.TryGet(0, out var attributes) ? attributes : new AttributesState();

    public IReadOnlyList<HistoryEvent> NewEvents => _newEvents;

    /// <summary>A completed workflow task's commands are being carried out: what they cause comes after them.</summary>
    public bool IsProcessingCommands { get; set; }

    /// <summary>List and count must hear of this transaction.</summary>
    public bool VisibilityChanged { get; set; }

    public bool CanUnload => HistoryWaiters == 0 && PendingUpdates.IsEmpty && Queries.IsEmpty && ClockHold is null && CountedWorking == 0
        && State.WorkflowTask is not { Kind: WorkflowTaskState.Types.Kind.Speculative };

    /// <summary>Marks the core state as changed, so that the transaction writes it.</summary>
    public RunState Change()
    {
        _changed = true;
        return State;
    }

    public void Begin(WorkflowTransaction transaction)
    {
        Transaction = transaction;
        IsInTransaction = true;
        _before = State.Clone();
        _changed = IsNew;
        VisibilityChanged = IsNew;
    }

    /// <summary>Takes back every change since <see cref="Begin"/>, which stays in effect.</summary>
    public void RollBack()
    {
        State = _before!.Clone();
        IsProcessingCommands = false;
        _changed = IsNew;
        VisibilityChanged = IsNew;
        _newEvents.Clear();
        _scheduledActivities.Clear();
        foreach (var table in _tables)
        {
            table.RollBack();
        }
    }

    /// <summary>Ends the transaction and gives what it has to write; null when nothing stored has changed.</summary>
    public RunWrite? End(Func<WorkflowRun, Visibility.VisibilityRecord> visibility)
    {
        IsInTransaction = false;
        var parts = new List<PartChange>();
        foreach (var table in _tables)
        {
            _changed |= table.Collect(parts);
        }

        if (!_changed && _newEvents.Count == 0)
        {
            return null;
        }

        var batches = new List<(long FirstEventId, byte[] Events)>();
        foreach (var events in _newEvents.Chunk(LargestBatch))
        {
            var batch = new HistoryBatch(events);
            var stored = HistoryStore.Serialize(events);
            batches.Add((batch.FirstEventId, stored));
            State.HistorySizeBytes += stored.Length;
            History.Append(batch);
        }

        _newEvents.Clear();

        State.StateTransitionCount++;
        var write = new RunWrite
        {
            Workflow = Workflow,
            RunKey = Key,
            RunId = RunId,
            IsNew = IsNew,
            IsOpen = IsOpen,
            IsBusy = RunActivity.IsBusy(this),
            NextDue = Deadlines.Next(this),
            CloseTime = State.CloseTime,
            State = State.ToByteArray(),
            Batches = batches,
            Parts = parts,
            Visibility = VisibilityChanged ? visibility(this) : null,
        };
        IsNew = false;
        return write;
    }

    /// <summary>Adds an event: now, or to the buffer while a workflow task runs.</summary>
    public HistoryEvent Add(HistoryEvent added)
    {
        added.EventTime ??= Ticks.ToTimestamp(Now);
        if (EventOrder.MustWait(added.EventType) && (IsProcessingCommands || State.WorkflowTask is { StartedEventId: > 0 }))
        {
            WorkflowTaskStorage.Store(this);
            Buffer.Add(Change().NextBufferKey++, added);
        }
        else
        {
            if (EventOrder.MustWait(added.EventType))
            {
                WorkflowTaskStorage.Store(this);
            }

            Write(added);
        }

        EventAppliers.Apply(this, added);
        return added;
    }

    /// <summary>Gives the buffered events their ids.</summary>
    /// <returns>Whether there were any.</returns>
    public bool FlushBuffer()
    {
        if (Buffer.Count == 0)
        {
            return false;
        }

        var links = new StartedIdLinks();
        foreach (var buffered in EventOrder.Flush(Buffer.Entries))
        {
            Write(buffered);
            links.Written(this, buffered);
        }

        Buffer.Clear();
        return true;
    }

    /// <summary>Tells those who wait for history; call after the commit.</summary>
    public void NotifyHistory()
    {
        var grew = HistoryGrew;
        HistoryGrew = NewSignal();
        grew.TrySetResult();
    }

    public void LoadPart(PartKind kind, object key, byte[] value)
    {
        var table = kind switch
        {
            PartKind.Activity => _tables[0],
            PartKind.Timer => _tables[1],
            PartKind.Child => _tables[2],
            PartKind.External => _tables[3],
            PartKind.Update => _tables[4],
            PartKind.SignalRequest => _tables[5],
            PartKind.BufferedEvent => _tables[6],
            _ => _tables[7],
        };
        table.Load(key, value);
    }

    /// <summary>What a pending activity was scheduled with, or has got since.</summary>
    public ActivityTaskScheduledEventAttributes ScheduledActivity(ActivityState activity)
    {
        var scheduledEventId = activity.ScheduledEventId;
        if (!_scheduledActivities.TryGetValue(scheduledEventId, out var attributes))
        {
            if (_scheduledActivities.Count > 2 * Activities.Count)
            {
                _scheduledActivities.Clear();
            }

            attributes = Event(scheduledEventId).ActivityTaskScheduledEventAttributes;
            if (activity.Options is { } options)
            {
                attributes = ActivityOptionPaths.With(attributes, options);
            }

            _scheduledActivities.Add(scheduledEventId, attributes);
        }

        return attributes;
    }

    /// <summary>A pending activity's options have changed.</summary>
    public void ForgetScheduledActivity(long scheduledEventId) => _scheduledActivities.Remove(scheduledEventId);

    /// <summary>An event of this run, written or just about to be.</summary>
    public HistoryEvent Event(long eventId) =>
        _newEvents.Count > 0 && eventId >= _newEvents[0].EventId ? _newEvents[(int)(eventId - _newEvents[0].EventId)]
            : History.Event(eventId);

    /// <summary>The events of a range, those of this transaction included.</summary>
    public IEnumerable<HistoryEvent> EventsBetween(long fromEventId, long toEventId) => HistoryPages.Batches(this, fromEventId, toEventId)
        .SelectMany(batch => batch.Events)
        .Where(each => each.EventId >= fromEventId && each.EventId <= toEventId);

    /// <summary>Takes over an event of another run, with its time and id, and what it did to the state.</summary>
    public void Replay(HistoryEvent past)
    {
        var copy = past.Clone();
        Write(copy);
        EventAppliers.Apply(this, copy);
    }

    private void Write(HistoryEvent added)
    {
        added.EventId = Change().NextEventId++;
        added.TaskId = Transaction.NextTaskId();
        _newEvents.Add(added);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
