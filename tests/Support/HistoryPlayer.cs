using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.WorkflowService.V1;

namespace TemporalVideo.Tests.Support;

/// <summary>
/// Plays a recorded history to a worker as the server once did: each workflow task that was completed is given again, and the next one
/// follows when the worker has answered. A worker with a cache gets what is new, one without gets all from the start.
/// </summary>
public sealed class HistoryPlayer
{
    private static readonly Dictionary<EventType, CommandType> CommandTypes = new()
    {
        [EventType.ActivityTaskScheduled] = CommandType.ScheduleActivityTask,
        [EventType.ActivityTaskCancelRequested] = CommandType.RequestCancelActivityTask,
        [EventType.TimerStarted] = CommandType.StartTimer,
        [EventType.TimerCanceled] = CommandType.CancelTimer,
        [EventType.StartChildWorkflowExecutionInitiated] = CommandType.StartChildWorkflowExecution,
        [EventType.SignalExternalWorkflowExecutionInitiated] = CommandType.SignalExternalWorkflowExecution,
        [EventType.RequestCancelExternalWorkflowExecutionInitiated] = CommandType.RequestCancelExternalWorkflowExecution,
        [EventType.MarkerRecorded] = CommandType.RecordMarker,
        [EventType.UpsertWorkflowSearchAttributes] = CommandType.UpsertWorkflowSearchAttributes,
        [EventType.WorkflowPropertiesModified] = CommandType.ModifyWorkflowProperties,
        [EventType.WorkflowExecutionUpdateAccepted] = CommandType.ProtocolMessage,
        [EventType.WorkflowExecutionUpdateCompleted] = CommandType.ProtocolMessage,
        [EventType.WorkflowExecutionCompleted] = CommandType.CompleteWorkflowExecution,
        [EventType.WorkflowExecutionFailed] = CommandType.FailWorkflowExecution,
        [EventType.WorkflowExecutionCanceled] = CommandType.CancelWorkflowExecution,
        [EventType.WorkflowExecutionContinuedAsNew] = CommandType.ContinueAsNewWorkflowExecution,
    };

    private readonly IReadOnlyList<HistoryEvent> _events;
    private readonly IReadOnlyList<(HistoryEvent Started, HistoryEvent? Previous)> _tasks;
    private readonly WorkerFrontend _frontend;
    private readonly bool _sticky;
    private int _given;

    private HistoryPlayer(IReadOnlyList<HistoryEvent> events, WorkerFrontend frontend, bool sticky)
    {
        _events = events;
        _frontend = frontend;
        _sticky = sticky;
        var started = events.Where((e, i) =>
            e.EventType == EventType.WorkflowTaskStarted && i + 1 < events.Count && events[i + 1].EventType == EventType.WorkflowTaskCompleted).ToList();
        _tasks = [.. started.Select((e, i) => (e, i == 0 ? null : started[i - 1]))];
    }

    /// <summary>Kinds of the commands that wrote a history, in their order.</summary>
    public static IEnumerable<CommandType> CommandsOf(IEnumerable<HistoryEvent> events) =>
        events.Where(e => CommandTypes.ContainsKey(e.EventType)).Select(e => CommandTypes[e.EventType]);

    /// <summary>Plays a history to a worker.</summary>
    /// <param name="events">The history.</param>
    /// <param name="sticky">Whether the worker keeps runs in memory.</param>
    /// <param name="work">Runs a worker of the server at an address until the task that it is given ends.</param>
    /// <returns>What the worker answered to each task.</returns>
    /// <exception cref="InvalidOperationException">The worker failed a task, or asked for history although it holds the run.</exception>
    public static async Task<IReadOnlyList<RespondWorkflowTaskCompletedRequest>> PlayAsync(
        IReadOnlyList<HistoryEvent> events, bool sticky, Func<string, Task, Task> work)
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        var player = new HistoryPlayer(events, frontend, sticky);
        frontend.Completed = _ =>
        {
            player.GiveNext();
            return new();
        };
        player.GiveNext();
        await work(frontend.Server.TargetHost, player.UntilAllAnsweredAsync());
        return [.. frontend.Server.Received<RespondWorkflowTaskCompletedRequest>()];
    }

    private async Task UntilAllAnsweredAsync()
    {
        await _frontend.UntilCompletedAsync(_tasks.Count);
        if (_frontend.Server.Received<GetWorkflowExecutionHistoryRequest>().Any())
        {
            throw new InvalidOperationException("The worker asked for history although its tasks held what it needs.");
        }
    }

    private void GiveNext()
    {
        if (_given < _tasks.Count)
        {
            var (started, previous) = _tasks[_given++];
            var inMemory = _sticky && previous is not null;
            _frontend.Give(TaskOf(started, previous?.EventId ?? 0, inMemory ? previous!.EventId : 0), inMemory);
        }
    }

    private PollWorkflowTaskQueueResponse TaskOf(HistoryEvent started, long previousStartedId, long knownId)
    {
        var run = _events[0].WorkflowExecutionStartedEventAttributes;
        return new()
        {
            TaskToken = Google.Protobuf.ByteString.CopyFromUtf8($"task {started.EventId}"),
            WorkflowExecution = new WorkflowExecution { WorkflowId = run.WorkflowId, RunId = run.OriginalExecutionRunId },
            WorkflowType = run.WorkflowType,
            PreviousStartedEventId = previousStartedId,
            StartedEventId = started.EventId,
            Attempt = 1,
            History = new() { Events = { _events.Where(e => e.EventId > knownId && e.EventId <= started.EventId) } },
            Messages = { UpdatesOf(started) },
        };
    }

    /// <summary>The updates that the task accepted came with it as messages.</summary>
    private IEnumerable<Message> UpdatesOf(HistoryEvent started) => _events
        .SkipWhile(e => e.EventId <= started.EventId)
        .TakeWhile(e => e.EventType != EventType.WorkflowTaskStarted)
        .Where(e => e.EventType == EventType.WorkflowExecutionUpdateAccepted)
        .Select(e => e.WorkflowExecutionUpdateAcceptedEventAttributes)
        .Select(accepted => new Message
        {
            Id = accepted.AcceptedRequestMessageId,
            ProtocolInstanceId = accepted.ProtocolInstanceId,
            EventId = accepted.AcceptedRequestSequencingEventId,
            Body = Google.Protobuf.WellKnownTypes.Any.Pack(accepted.AcceptedRequest),
        });
}
