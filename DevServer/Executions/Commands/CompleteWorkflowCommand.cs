using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Executions.Closing;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class CompleteWorkflowCommand : CommandHandler
{
    public override void Handle(CompletionContext context, Command command)
    {
        Require(!context.HasUnseenEvents, WorkflowTaskFailedCause.UnhandledCommand, "new events arrived");
        RunClosing.Complete(context.Run, command.CompleteWorkflowExecutionCommandAttributes.Result, context.CompletedEventId);
    }
}
