using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;

namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>What a worker says about an update.</summary>
internal static class UpdateAnswers
{
    public static Message Accept(Message request) => new()
    {
        Id = request.ProtocolInstanceId + "/accept",
        ProtocolInstanceId = request.ProtocolInstanceId,
        Body = Any.Pack(new Acceptance
        {
            AcceptedRequestMessageId = request.Id,
            AcceptedRequestSequencingEventId = request.EventId,
            AcceptedRequest = request.Body.Unpack<Request>(),
        }),
    };

    public static Message Complete(string updateId, string result) => new()
    {
        Id = updateId + "/complete",
        ProtocolInstanceId = updateId,
        Body = Any.Pack(new Response { Meta = new Meta { UpdateId = updateId }, Outcome = new Outcome { Success = Values.Of(result) } }),
    };

    public static Message Reject(Message request) => new()
    {
        Id = request.ProtocolInstanceId + "/reject",
        ProtocolInstanceId = request.ProtocolInstanceId,
        Body = Any.Pack(new Rejection
        {
            RejectedRequestMessageId = request.Id,
            RejectedRequestSequencingEventId = request.EventId,
            RejectedRequest = request.Body.Unpack<Request>(),
            Failure = new Failure { Message = "not now", ApplicationFailureInfo = new ApplicationFailureInfo { Type = "Rejected" } },
        }),
    };
}
