using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;
using TemporalVideo.DevServer.Executions.Activities;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class ScheduleActivityCommand : CommandHandler
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadScheduleActivityAttributes;

    public override void Handle(CompletionContext context, Command command)
    {
        var run = context.Run;
        var given = command.ScheduleActivityTaskCommandAttributes;
        var subject = $"ActivityId={given.ActivityId} ActivityType={given.ActivityType?.Name}";
        Require(given.ActivityId.Length > 0, Bad, $"ActivityId is not set on ScheduleActivityTaskCommand. {subject}");
        Require(given.ActivityType?.Name is { Length: > 0 }, Bad, $"ActivityType is not set on ScheduleActivityTaskCommand. {subject}");
        Require(given.ActivityId.Length <= Limits.IdLength, Bad,
            $"ActivityId on ScheduleActivityTaskCommand exceeds length limit. {subject}");
        Require(given.ActivityType!.Name.Length <= Limits.IdLength, Bad,
            $"ActivityType on ScheduleActivityTaskCommand exceeds length limit. {subject}");
        if (RetryPolicies.Validate(given.RetryPolicy) is { } fault)
        {
            throw new CommandRefusedException(Bad, $"{fault} {subject}");
        }

        var timeouts = ActivityTimeouts.Normalize(
            Ticks.Of(given.ScheduleToCloseTimeout),
            Ticks.Of(given.ScheduleToStartTimeout),
            Ticks.Of(given.StartToCloseTimeout),
            Ticks.Of(given.HeartbeatTimeout),
            Ticks.Of(run.Start.WorkflowRunTimeout));
        Require(timeouts is not null, Bad,
            $"A valid StartToClose or ScheduleToCloseTimeout is not set on ScheduleActivityTaskCommand. {subject}");
        foreach (var pending in run.Activities.Values)
        {
            Require(pending.ActivityId != given.ActivityId, WorkflowTaskFailedCause.ScheduleActivityDuplicateId,
                $"ActivityId \"{given.ActivityId}\" is already pending");
        }

        Require(
            run.Activities.Count < Limits.PendingPerKind,
            WorkflowTaskFailedCause.PendingActivitiesLimitExceeded,
            $"the number of pending activities, {run.Activities.Count}, has reached the per-workflow limit of {Limits.PendingPerKind}");

        var queue = given.TaskQueue?.Name is { Length: > 0 } name ? name : run.Start.TaskQueue.Name;
        var scheduled = Event(EventType.ActivityTaskScheduled, command);
        scheduled.ActivityTaskScheduledEventAttributes = new ActivityTaskScheduledEventAttributes
        {
            ActivityId = given.ActivityId,
            ActivityType = given.ActivityType,
            TaskQueue = new TaskQueue { Name = queue, Kind = TaskQueueKind.Normal },
            Header = given.Header,
            Input = given.Input,
            ScheduleToCloseTimeout = Ticks.ToDuration(timeouts!.ScheduleToClose),
            ScheduleToStartTimeout = Ticks.ToDuration(timeouts.ScheduleToStart),
            StartToCloseTimeout = Ticks.ToDuration(timeouts.StartToClose),
            HeartbeatTimeout = Ticks.ToDuration(timeouts.Heartbeat),
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            RetryPolicy = RetryPolicies.WithDefaults(given.RetryPolicy),
            UseWorkflowBuildId = given.UseWorkflowBuildId,
            Priority = given.Priority,
        };
        run.Add(scheduled);
        ActivityLifecycle.Offer(run, run.Activities.Edit(scheduled.EventId)!);
    }
}
