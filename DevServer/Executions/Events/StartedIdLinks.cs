using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Fills in started event ids that were unknown while the started event itself was buffered.</summary>
internal sealed class StartedIdLinks
{
    private readonly Dictionary<long, long> _startedIds = [];

    /// <summary>Call for each flushed event once it has its id.</summary>
    public void Written(WorkflowRun run, HistoryEvent written)
    {
        switch (written.EventType)
        {
            case EventType.ActivityTaskStarted:
                _startedIds[written.ActivityTaskStartedEventAttributes.ScheduledEventId] = written.EventId;
                break;
            case EventType.ChildWorkflowExecutionStarted:
                var initiated = written.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId;
                _startedIds[initiated] = written.EventId;
                if (run.Children.Contains(initiated))
                {
                    run.Children.Edit(initiated)!.StartedEventId = written.EventId;
                }

                break;
            case EventType.ActivityTaskCompleted:
                var completed = written.ActivityTaskCompletedEventAttributes;
                completed.StartedEventId = Link(completed.StartedEventId, completed.ScheduledEventId);
                break;
            case EventType.ActivityTaskFailed:
                var failed = written.ActivityTaskFailedEventAttributes;
                failed.StartedEventId = Link(failed.StartedEventId, failed.ScheduledEventId);
                break;
            case EventType.ActivityTaskTimedOut:
                var timedOut = written.ActivityTaskTimedOutEventAttributes;
                timedOut.StartedEventId = Link(timedOut.StartedEventId, timedOut.ScheduledEventId);
                break;
            case EventType.ActivityTaskCanceled:
                var canceled = written.ActivityTaskCanceledEventAttributes;
                canceled.StartedEventId = Link(canceled.StartedEventId, canceled.ScheduledEventId);
                break;
            case EventType.ChildWorkflowExecutionCompleted:
                var childCompleted = written.ChildWorkflowExecutionCompletedEventAttributes;
                childCompleted.StartedEventId = Link(childCompleted.StartedEventId, childCompleted.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionFailed:
                var childFailed = written.ChildWorkflowExecutionFailedEventAttributes;
                childFailed.StartedEventId = Link(childFailed.StartedEventId, childFailed.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionCanceled:
                var childCanceled = written.ChildWorkflowExecutionCanceledEventAttributes;
                childCanceled.StartedEventId = Link(childCanceled.StartedEventId, childCanceled.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionTimedOut:
                var childTimedOut = written.ChildWorkflowExecutionTimedOutEventAttributes;
                childTimedOut.StartedEventId = Link(childTimedOut.StartedEventId, childTimedOut.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionTerminated:
                var childTerminated = written.ChildWorkflowExecutionTerminatedEventAttributes;
                childTerminated.StartedEventId = Link(childTerminated.StartedEventId, childTerminated.InitiatedEventId);
                break;
        }
    }

    private long Link(long known, long source) => known != 0 ? known : _startedIds.GetValueOrDefault(source);
}
