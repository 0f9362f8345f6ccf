using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Executions.Closing;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class CancelWorkflowCommand : CommandHandler
{
    public override void Handle(CompletionContext context, Command command)
    {
        Require(!context.HasUnseenEvents, WorkflowTaskFailedCause.UnhandledCommand, "new events arrived");
        RunClosing.Cancel(context.Run, command.CancelWorkflowExecutionCommandAttributes.Details, context.CompletedEventId);
    }
}
