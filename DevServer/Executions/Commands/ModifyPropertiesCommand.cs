using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class ModifyPropertiesCommand : CommandHandler
{
    public override void Handle(CompletionContext context, Command command)
    {
        var given = command.ModifyWorkflowPropertiesCommandAttributes.UpsertedMemo;
        Require(
            given is { Fields.Count: > 0 },
            WorkflowTaskFailedCause.BadModifyWorkflowPropertiesAttributes,
            "UpsertedMemo is not set on ModifyWorkflowPropertiesCommand.");
        var modified = Event(EventType.WorkflowPropertiesModified, command);
        modified.WorkflowPropertiesModifiedEventAttributes = new WorkflowPropertiesModifiedEventAttributes
        {
            UpsertedMemo = given,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        };
        context.Run.Add(modified);
    }
}
