using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class UpsertSearchAttributesCommand : CommandHandler
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadSearchAttributes;

    public override void Handle(CompletionContext context, Command command)
    {
        var given = command.UpsertWorkflowSearchAttributesCommandAttributes.SearchAttributes;
        Require(given is { IndexedFields.Count: > 0 }, Bad, "IndexedFields is not set on UpsertWorkflowSearchAttributesCommand.");
        var upserted = Event(EventType.UpsertWorkflowSearchAttributes, command);
        try
        {
            var engine = context.Run.Transaction.Engine;
            upserted.UpsertWorkflowSearchAttributesEventAttributes = new UpsertWorkflowSearchAttributesEventAttributes
            {
                SearchAttributes = engine.SearchAttributes.Normalize(engine.NamespaceName(context.Run), given),
                WorkflowTaskCompletedEventId = context.CompletedEventId,
            };
        }
        catch (ServiceException e)
        {
            throw new CommandRefusedException(Bad, e.Message);
        }

        context.Run.Add(upserted);
    }
}
