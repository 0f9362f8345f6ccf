using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class RecordMarkerCommand : CommandHandler
{
    public override void Handle(CompletionContext context, Command command)
    {
        var given = command.RecordMarkerCommandAttributes;
        Require(given.MarkerName.Length > 0, WorkflowTaskFailedCause.BadRecordMarkerAttributes,
            "MarkerName is not set on RecordMarkerCommand.");
        var recorded = Event(EventType.MarkerRecorded, command);
        recorded.MarkerRecordedEventAttributes = new MarkerRecordedEventAttributes
        {
            MarkerName = given.MarkerName,
            Details = { given.Details },
            Header = given.Header,
            Failure = given.Failure,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        };
        context.Run.Add(recorded);
    }
}
