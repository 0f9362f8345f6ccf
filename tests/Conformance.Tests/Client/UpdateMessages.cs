using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;

namespace TemporalVideo.Conformance.Tests.Client;

/// <summary>What a worker answers to an update.</summary>
internal static class UpdateMessages
{
    public static Message Acceptance(Message request) => new()
    {
        Id = request.Id + "/accept",
        ProtocolInstanceId = request.ProtocolInstanceId,
        Body = Any.Pack(new Acceptance
        {
            AcceptedRequestMessageId = request.Id,
            AcceptedRequestSequencingEventId = request.EventId,
            AcceptedRequest = request.Body.Unpack<Request>(),
        }),
    };

    public static Message Rejection(Message request, Failure failure) => new()
    {
        Id = request.Id + "/reject",
        ProtocolInstanceId = request.ProtocolInstanceId,
        Body = Any.Pack(new Rejection
        {
            RejectedRequestMessageId = request.Id,
            RejectedRequestSequencingEventId = request.EventId,
            RejectedRequest = request.Body.Unpack<Request>(),
            Failure = failure,
        }),
    };

    public static Message Response(Message request, Payloads? result) => new()
    {
        Id = request.Id + "/complete",
        ProtocolInstanceId = request.ProtocolInstanceId,
        Body = Any.Pack(
            new Response { Meta = request.Body.Unpack<Request>().Meta, Outcome = new Outcome { Success = result ?? new Payloads() } }),
    };

    public static Command CommandOf(Message message) => new()
    {
        CommandType = CommandType.ProtocolMessage,
        ProtocolMessageCommandAttributes = new() { MessageId = message.Id },
    };
}
