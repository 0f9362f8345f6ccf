using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;

namespace Temporalio.Worker.Runs;

/// <summary>Updates of a run: what has been asked, what is still to be delivered, and the messages that answer.</summary>
internal sealed class UpdateLedger
{
    private readonly Dictionary<string, Incoming> _known = [];
    private readonly Dictionary<string, Request> _admitted = [];
    private readonly List<Incoming> _undelivered = [];

    /// <summary>Takes the messages of a poll.</summary>
    public void Receive(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
        {
            if (message.Body.TryUnpack<Request>(out var request))
            {
                Add(new(message.ProtocolInstanceId, message.Id, message.EventId, request, true));
            }
        }
    }

    /// <summary>Takes updates that history shows to have been accepted by the coming task.</summary>
    public void ReceiveAccepted(IEnumerable<HistoryEvent> outcome)
    {
        foreach (var accepted in outcome.Where(e => e.EventType == EventType.WorkflowExecutionUpdateAccepted))
        {
            var attributes = accepted.WorkflowExecutionUpdateAcceptedEventAttributes;
            var request = attributes.AcceptedRequest ?? _admitted.GetValueOrDefault(attributes.ProtocolInstanceId);
            if (request is not null)
            {
                Add(new(
                    attributes.ProtocolInstanceId,
                    attributes.AcceptedRequestMessageId,
                    attributes.AcceptedRequestSequencingEventId,
                    request,
                    false));
            }
        }
    }

    /// <summary>Takes an update that a reset put into history.</summary>
    public void Admit(HistoryEvent admitted, bool replaying)
    {
        var request = admitted.WorkflowExecutionUpdateAdmittedEventAttributes.Request;
        _admitted[request.Meta.UpdateId] = request;
        if (!replaying)
        {
            Add(new(request.Meta.UpdateId, request.Meta.UpdateId + "/request", admitted.EventId, request, true));
        }
    }

    /// <summary>Jobs for the updates that come before an event; for all that are left when there is none.</summary>
    public IEnumerable<WorkflowJob> DeliverBefore(HistoryEvent? next)
    {
        var due = _undelivered.Where(u => next is null || u.SequencingEventId < next.EventId).ToList();
        _undelivered.RemoveAll(due.Contains);
        return due.Select(u => new WorkflowJob.Update(u.ProtocolId, u.Request, u.Validate));
    }

    public (Command Command, Message Message) Accept(string protocolId)
    {
        var incoming = _known[protocolId];
        return WithCommand(Answer(incoming, "accept", new Acceptance
        {
            AcceptedRequestMessageId = incoming.MessageId,
            AcceptedRequestSequencingEventId = incoming.SequencingEventId,
            AcceptedRequest = incoming.Request,
        }));
    }

    public Message Reject(string protocolId, Failure failure)
    {
        var incoming = _known[protocolId];
        _known.Remove(protocolId);
        return Answer(incoming, "reject", new Rejection
        {
            RejectedRequestMessageId = incoming.MessageId,
            RejectedRequestSequencingEventId = incoming.SequencingEventId,
            RejectedRequest = incoming.Request,
            Failure = failure,
        });
    }

    public (Command Command, Message Message) Complete(string protocolId, Payloads? result, Failure? failure)
    {
        var incoming = _known[protocolId];
        var outcome = failure is null ? new Outcome { Success = result ?? new() } : new Outcome { Failure = failure };
        return WithCommand(Answer(incoming, "complete", new Response { Meta = incoming.Request.Meta, Outcome = outcome }));
    }

    private static (Command Command, Message Message) WithCommand(Message message) => (
        new Command
        {
            CommandType = CommandType.ProtocolMessage,
            ProtocolMessageCommandAttributes = new() { MessageId = message.Id },
        },
        message);

    private static Message Answer(Incoming incoming, string verb, Google.Protobuf.IMessage body) => new()
    {
        Id = $"{incoming.MessageId}/{verb}",
        ProtocolInstanceId = incoming.ProtocolId,
        Body = Any.Pack(body),
    };

    private void Add(Incoming incoming)
    {
        if (_known.TryAdd(incoming.ProtocolId, incoming))
        {
            _undelivered.Add(incoming);
        }
    }

    private sealed record Incoming(string ProtocolId, string MessageId, long SequencingEventId, Request Request, bool Validate);
}
