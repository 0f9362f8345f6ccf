using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Executions.Updates;

namespace TemporalVideo.DevServer.Executions.Commands;

/// <summary>Gives a message its place among the commands.</summary>
internal sealed class ProtocolMessageCommand : CommandHandler
{
    public override void Handle(CompletionContext context, Command command)
    {
        var id = command.ProtocolMessageCommandAttributes.MessageId;
        var message = context.Messages.Find(candidate => candidate.Id == id);
        Require(message is not null, WorkflowTaskFailedCause.BadUpdateWorkflowExecutionMessage,
            $"ProtocolMessageCommand referenced absent message ID {id}");
        context.Messages.Remove(message!);
        UpdateMessages.Handle(context, message!);
    }
}
