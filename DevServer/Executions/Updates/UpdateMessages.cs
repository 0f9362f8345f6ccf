using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using TemporalVideo.DevServer.Executions.Commands;

namespace TemporalVideo.DevServer.Executions.Updates;

/// <summary>What a worker says about updates: accepted, completed, rejected.</summary>
internal static class UpdateMessages
{
    private const string Package = "temporal.api.update.v1.";

    public static void Handle(CompletionContext context, Message message)
    {
        try
        {
            if (message.Body is null)
            {
                throw Bad($"message {message.Id} has no body");
            }

            if (message.Body.TryUnpack<Acceptance>(out var acceptance))
            {
                Accept(context, message.ProtocolInstanceId, acceptance);
            }
            else if (message.Body.TryUnpack<Response>(out var response))
            {
                Complete(context, message.ProtocolInstanceId, response);
            }
            else if (message.Body.TryUnpack<Rejection>(out var rejection))
            {
                Reject(context, message.ProtocolInstanceId, rejection);
            }
            else
            {
                throw Bad($"unknown message type {message.Body.TypeUrl}");
            }
        }
        catch (InvalidProtocolBufferException)
        {
            throw Bad($"message {message.Id} cannot be read");
        }
    }

    /// <summary>Whether the messages of a completion accept something, so that it must be stored.</summary>
    public static bool Accepts(IEnumerable<Message> messages) =>
        messages.Any(message => message.Body is { } body && Any.GetTypeName(body.TypeUrl) is Package + nameof(Acceptance)
            or Package + nameof(Response));

    private static void Accept(CompletionContext context, string id, Acceptance acceptance)
    {
        var run = context.Run;
        var pending = run.PendingUpdates.Find(id) ?? throw Bad($"update {id} not found");
        if (run.Updates.TryGet(id, out var known) && known.AcceptedEventId > 0)
        {
            throw Bad($"update {id} is already accepted");
        }

        run.Add(new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionUpdateAccepted,
            WorkflowExecutionUpdateAcceptedEventAttributes = new WorkflowExecutionUpdateAcceptedEventAttributes
            {
                ProtocolInstanceId = id,
                AcceptedRequestMessageId = acceptance.AcceptedRequestMessageId,
                AcceptedRequestSequencingEventId = acceptance.AcceptedRequestSequencingEventId,
                AcceptedRequest = acceptance.AcceptedRequest?.Meta?.UpdateId == id ? acceptance.AcceptedRequest : pending.Request,
            },
        });
        context.Accepted.Add(pending);
        run.Transaction.AfterCommit(pending.Accept);
    }

    private static void Complete(CompletionContext context, string id, Response response)
    {
        var run = context.Run;
        if (!run.Updates.TryGet(id, out var update) || update.AcceptedEventId == 0 || update.CompletedEventId > 0)
        {
            throw Bad($"update {id} is not accepted, or completed already");
        }

        var outcome = response.Outcome ?? throw Bad($"update {id} has no outcome");
        run.Add(new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionUpdateCompleted,
            WorkflowExecutionUpdateCompletedEventAttributes = new WorkflowExecutionUpdateCompletedEventAttributes
            {
                Meta = response.Meta?.UpdateId == id ? response.Meta : new Meta { UpdateId = id },
                AcceptedEventId = update.AcceptedEventId,
                Outcome = outcome,
            },
        });
        Finish(context, id, outcome);
    }

    private static void Reject(CompletionContext context, string id, Rejection rejection)
    {
        if (context.Run.Updates.TryGet(id, out var update))
        {
            if (update.AcceptedEventId > 0)
            {
                throw Bad($"update {id} is already accepted");
            }

            context.Run.Updates.Remove(id);
        }

        Finish(context, id, new Outcome { Failure = rejection.Failure });
    }

    private static void Finish(CompletionContext context, string id, Outcome outcome)
    {
        if (context.Run.PendingUpdates.Find(id) is { } pending)
        {
            context.Finished.Add(pending);
            context.Run.Transaction.AfterCommit(() => pending.Complete(outcome));
        }
    }

    private static CommandRefusedException Bad(string reason) => new(WorkflowTaskFailedCause.BadUpdateWorkflowExecutionMessage, reason);
}
