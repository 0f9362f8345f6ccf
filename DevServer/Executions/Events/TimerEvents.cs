using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Timers: running from Started until fired or cancelled.</summary>
internal static class TimerEvents
{
    public static Dictionary<EventType, Action<WorkflowRun, HistoryEvent>> Table { get; } = new()
    {
        [EventType.TimerStarted] = static (run, started) =>
        {
            var attributes = started.TimerStartedEventAttributes;
            run.Timers.Add(attributes.TimerId, new TimerState
            {
                StartedEventId = started.EventId,
                TimerId = attributes.TimerId,
                FireTime = Ticks.Add(Ticks.Of(started.EventTime), Ticks.Of(attributes.StartToFireTimeout)),
            });
        },
        [EventType.TimerFired] = static (run, fired) => run.Timers.Remove(fired.TimerFiredEventAttributes.TimerId),
        [EventType.TimerCanceled] = static (run, canceled) => run.Timers.Remove(canceled.TimerCanceledEventAttributes.TimerId),
    };
}
