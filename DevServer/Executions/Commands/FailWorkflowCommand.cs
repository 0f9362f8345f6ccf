using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Executions.Closing;

namespace TemporalVideo.DevServer.Executions.Commands;

internal sealed class FailWorkflowCommand : CommandHandler
{
    public override void Handle(CompletionContext context, Command command)
    {
        Require(!context.HasUnseenEvents, WorkflowTaskFailedCause.UnhandledCommand, "new events arrived");
        var failure = command.FailWorkflowExecutionCommandAttributes.Failure;
        Require(failure is not null, WorkflowTaskFailedCause.BadFailWorkflowExecutionAttributes,
            "Failure is not set on FailWorkflowExecutionCommand.");
        RunClosing.Fail(context.Run, failure!, context.CompletedEventId);
    }
}
