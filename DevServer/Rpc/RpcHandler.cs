using Google.Protobuf;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>Answers one RPC, for gRPC and for the HTTP API alike.</summary>
internal abstract class RpcHandler<TRequest, TResponse>
    where TRequest : IMessage<TRequest>, new()
    where TResponse : IMessage
{
    /// <summary>Answers a request; failures are <see cref="GrpcException"/>s, made by <see cref="Errors.ServiceErrors"/>.</summary>
    public abstract Task<TResponse> HandleAsync(TRequest request, GrpcServerCall call);
}
