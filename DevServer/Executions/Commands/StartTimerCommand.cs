using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class StartTimerCommand : CommandHandler
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadStartTimerAttributes;

    public override void Handle(CompletionContext context, Command command)
    {
        var given = command.StartTimerCommandAttributes;
        Require(given.TimerId.Length > 0, Bad, "TimerId is not set on StartTimerCommand.");
        Require(given.TimerId.Length <= Limits.IdLength, Bad,
            $"TimerId on StartTimerCommand exceeds length limit. TimerId={given.TimerId}");
        Require(given.StartToFireTimeout is not null && Ticks.Of(given.StartToFireTimeout) >= 0, Bad,
            $"An invalid StartToFireTimeout is set on StartTimerCommand. TimerId={given.TimerId}");
        Require(!context.Run.Timers.Contains(given.TimerId), WorkflowTaskFailedCause.StartTimerDuplicateId,
            $"a timer with id \"{given.TimerId}\" is already running");
        var started = Event(EventType.TimerStarted, command);
        started.TimerStartedEventAttributes = new TimerStartedEventAttributes
        {
            TimerId = given.TimerId,
            StartToFireTimeout = given.StartToFireTimeout,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        };
        context.Run.Add(started);
    }
}
