using Google.Protobuf;
using Google.Protobuf.Reflection;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>The handlers of one service by method name, each behind the checks that every call passes.</summary>
/// <param name="name">Full name of the service.</param>
/// <param name="describe">Makes the service's descriptor.</param>
/// <param name="check">Refuses a call by throwing, before its handler sees it.</param>
internal sealed class RpcTable(string name, Func<ServiceDescriptor> describe, Action<IMessage, GrpcServerCall> check)
{
    private readonly Dictionary<string, Func<IMessage, GrpcServerCall, Task<IMessage>>> _handlers = [];

    /// <summary>Full name of the service that is answered.</summary>
    public string Name => name;

    /// <summary>The service that is answered.</summary>
    public ServiceDescriptor Service => describe();

    /// <summary>The routes for the gRPC side.</summary>
    public GrpcRoutes Grpc { get; } = new();

    /// <summary>Gives a method its handler.</summary>
    public RpcTable Add<TRequest, TResponse>(string method, RpcHandler<TRequest, TResponse> handler)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage
    {
        Grpc.Add<TRequest, TResponse>(method, CallAsync);
        _handlers.Add(method, async (request, call) => await CallAsync((TRequest)request, call).ConfigureAwait(false));
        return this;

        Task<TResponse> CallAsync(TRequest request, GrpcServerCall call)
        {
            check(request, call);
            return handler.HandleAsync(request, call);
        }
    }

    /// <summary>Calls a method's handler, for callers that only know descriptors.</summary>
    public Task<IMessage> CallAsync(string method, IMessage request, GrpcServerCall call) =>
        _handlers.TryGetValue(method, out var handler)
            ? handler(request, call)
            : throw Errors.ServiceErrors.Unimplemented($"method {method} not supported");
}
