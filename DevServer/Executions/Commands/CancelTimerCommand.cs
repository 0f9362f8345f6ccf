using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Commands;

/// <summary>Cancels a timer, also one that has fired without the workflow having seen it.</summary>
internal sealed class CancelTimerCommand : CommandHandler
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadCancelTimerAttributes;

    public override void Handle(CompletionContext context, Command command)
    {
        var run = context.Run;
        var timerId = command.CancelTimerCommandAttributes.TimerId;
        Require(timerId.Length > 0, Bad, "TimerId is not set on CancelTimerCommand.");
        long startedId;
        if (run.Timers.TryGet(timerId, out var timer))
        {
            startedId = timer.StartedEventId;
        }
        else
        {
            var fired = run.Buffer.Entries.FirstOrDefault(entry => entry.Value.TimerFiredEventAttributes?.TimerId == timerId);
            Require(fired.Value is not null, Bad, $"no timer with id \"{timerId}\" is running");
            startedId = fired.Value!.TimerFiredEventAttributes.StartedEventId;
            run.Buffer.Remove(fired.Key);
        }

        run.Add(new HistoryEvent
        {
            EventType = EventType.TimerCanceled,
            TimerCanceledEventAttributes = new TimerCanceledEventAttributes
            {
                TimerId = timerId,
                StartedEventId = startedId,
                WorkflowTaskCompletedEventId = context.CompletedEventId,
                Identity = context.Identity,
            },
        });
    }
}
