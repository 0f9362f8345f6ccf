using Google.Protobuf;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>Answers one RPC, for gRPC and for the HTTP API alike.</summary>
internal abstract class RpcHandler<TRequest, TResponse>
    where TRequest : class, IMessage<TRequest>, new()
    where TResponse : class, IMessage<TResponse>, new()
{
    /// <summary>Answers a request; failures are <see cref="ServiceException"/>s, made by <see cref="Errors.ServiceErrors"/>.</summary>
    public abstract Task<TResponse> HandleAsync(TRequest request, ServiceCall call);
}
