using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;

namespace Temporalio.Tests.Worker.Wire;

/// <summary>Writes the history of one run event by event, and makes workflow tasks of it.</summary>
internal sealed class TaskScript
{
    private static readonly DateTime Begin = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly List<HistoryEvent> _events = [];
    private readonly string _workflowType;
    private long _completedTask;

    public TaskScript(string workflowType, params object?[] input)
    {
        _workflowType = workflowType;
        Add(EventType.WorkflowExecutionStarted, e => e.WorkflowExecutionStartedEventAttributes = new()
        {
            WorkflowType = new() { Name = workflowType },
            TaskQueue = new() { Name = WireWorker.TaskQueue },
            Input = Payloads(input),
            WorkflowId = "w",
            OriginalExecutionRunId = "run",
            FirstExecutionRunId = "run",
            Attempt = 1,
            WorkflowTaskTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)),
        });
    }

    public IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>Id of the last event.</summary>
    public long LastId => _events.Count;

    public static Payloads Payloads(params object?[] values) =>
        new() { Payloads_ = { values.Select(DataConverter.Default.PayloadConverter.ToPayload) } };

    public TaskScript Add(EventType type, Action<HistoryEvent>? fill = null)
    {
        var e = new HistoryEvent
        {
            EventId = _events.Count + 1,
            EventType = type,
            EventTime = Timestamp.FromDateTime(Begin.AddSeconds(_events.Count)),
        };
        fill?.Invoke(e);
        _events.Add(e);
        return this;
    }

    public TaskScript TaskScheduledAndStarted() => Add(EventType.WorkflowTaskScheduled, e => e.WorkflowTaskScheduledEventAttributes = new() { Attempt = 1 })
        .Add(EventType.WorkflowTaskStarted, e => e.WorkflowTaskStartedEventAttributes = new() { ScheduledEventId = e.EventId - 1 });

    public TaskScript TaskCompleted(params uint[] langFlags)
    {
        _completedTask = LastId;
        return Add(EventType.WorkflowTaskCompleted, e => e.WorkflowTaskCompletedEventAttributes = new()
        {
            StartedEventId = e.EventId - 1,
            SdkMetadata = new() { CoreUsedFlags = { 1, 2, 3 }, LangUsedFlags = { langFlags } },
        });
    }

    public TaskScript TimerStarted(string id) => Add(EventType.TimerStarted, e => e.TimerStartedEventAttributes = new() { TimerId = id });

    public TaskScript TimerFired(string id) => Add(EventType.TimerFired, e => e.TimerFiredEventAttributes = new()
    {
        TimerId = id,
        StartedEventId = _events.Last(s => s.TimerStartedEventAttributes?.TimerId == id).EventId,
    });

    public TaskScript Signaled(string name, params object?[] args) => Add(
        EventType.WorkflowExecutionSignaled,
        e => e.WorkflowExecutionSignaledEventAttributes = new() { SignalName = name, Input = Payloads(args) });

    public TaskScript Completed() => Add(EventType.WorkflowExecutionCompleted, e => e.WorkflowExecutionCompletedEventAttributes = new());

    /// <summary>Throws events away, as the server does with a task that it discards.</summary>
    public TaskScript CutAfter(long eventId)
    {
        _events.RemoveRange((int)eventId, _events.Count - (int)eventId);
        return this;
    }

    /// <summary>The task that the last event starts.</summary>
    /// <param name="known">Id of the last event that the worker is taken to have.</param>
    /// <param name="attempt">Attempt of the task.</param>
    public PollWorkflowTaskQueueResponse Task(long known = 0, int attempt = 1) => new()
    {
        TaskToken = ByteString.CopyFromUtf8($"{_events.Count}/{attempt}"),
        WorkflowExecution = new() { WorkflowId = "w", RunId = "run" },
        WorkflowType = new() { Name = _workflowType },
        PreviousStartedEventId = _completedTask,
        StartedEventId = LastId,
        Attempt = attempt,
        History = new() { Events = { _events.Where(e => e.EventId > known) } },
    };

    /// <summary>An update as it comes with a task.</summary>
    public Message Update(string id, string name, params object?[] args) => new()
    {
        Id = $"{id}/request",
        ProtocolInstanceId = id,
        EventId = LastId - 1,
        Body = Any.Pack(new Request { Meta = new() { UpdateId = id }, Input = new() { Name = name, Args = Payloads(args) } }),
    };
}
