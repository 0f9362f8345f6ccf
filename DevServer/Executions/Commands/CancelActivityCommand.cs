using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class CancelActivityCommand : CommandHandler
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadRequestCancelActivityAttributes;
    private static readonly Payloads NotStarted = Executions.Details.Text("ACTIVITY_ID_NOT_STARTED");

    public override void Handle(CompletionContext context, Command command)
    {
        var run = context.Run;
        var scheduledId = command.RequestCancelActivityTaskCommandAttributes.ScheduledEventId;
        Require(scheduledId > 0, Bad, "ScheduledEventId is not set on RequestCancelActivityTaskCommand.");
        var isPending = run.Activities.TryGet(scheduledId, out var activity);
        Require(isPending || EndedMeanwhile(run, scheduledId), Bad,
            $"invalid history builder state for action: add-activitytask-cancel-requested-event, ScheduledEventID: {scheduledId}");
        Require(activity is not { CancelRequestedEventId: > 0 }, Bad,
            $"cancellation of the activity with ScheduledEventID {scheduledId} is already requested");
        var requested = run.Add(new HistoryEvent
        {
            EventType = EventType.ActivityTaskCancelRequested,
            ActivityTaskCancelRequestedEventAttributes = new ActivityTaskCancelRequestedEventAttributes
            {
                ScheduledEventId = scheduledId,
                WorkflowTaskCompletedEventId = context.CompletedEventId,
            },
        });
        if (activity is { StartedTime: 0 })
        {
            run.Add(new HistoryEvent
            {
                EventType = EventType.ActivityTaskCanceled,
                ActivityTaskCanceledEventAttributes = new ActivityTaskCanceledEventAttributes
                {
                    ScheduledEventId = scheduledId,
                    LatestCancelRequestedEventId = requested.EventId,
                    Details = NotStarted,
                    Identity = context.Identity,
                },
            });
        }
    }

    /// <summary>The outcome arrived while this workflow task ran: the worker could not know.</summary>
    private static bool EndedMeanwhile(WorkflowRun run, long scheduledId) => run.Buffer.Values.Any(buffered => buffered.EventType switch
    {
        EventType.ActivityTaskCompleted => buffered.ActivityTaskCompletedEventAttributes.ScheduledEventId == scheduledId,
        EventType.ActivityTaskFailed => buffered.ActivityTaskFailedEventAttributes.ScheduledEventId == scheduledId,
        EventType.ActivityTaskTimedOut => buffered.ActivityTaskTimedOutEventAttributes.ScheduledEventId == scheduledId,
        EventType.ActivityTaskCanceled => buffered.ActivityTaskCanceledEventAttributes.ScheduledEventId == scheduledId,
        _ => false,
    });
}
