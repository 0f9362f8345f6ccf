using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>The handlers of one service by method name.</summary>
/// <param name="name">Full name of the service.</param>
/// <param name="describe">Makes the service's descriptor.</param>
/// <param name="check">Refuses a call by throwing, before its handler sees it.</param>
internal sealed class RpcTable(string name, Func<ServiceDescriptor> describe, Action<IMessage, ServiceCall> check)
{
    private readonly Dictionary<string, Func<IMessage, ServiceCall, Task<IMessage>>> _handlers = [];
    private readonly List<Action<ServiceMethodProviderContext<GrpcFrontend>>> _methods = [];

    /// <summary>Full name of the service.</summary>
    public string Name => name;

    /// <summary>The service that is answered. A descriptor takes half a second to make: only the HTTP API asks for it.</summary>
    public ServiceDescriptor Service => describe();

    /// <summary>Gives a method its handler.</summary>
    public RpcTable Add<TRequest, TResponse>(string method, RpcHandler<TRequest, TResponse> handler)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        var grpc = new Method<TRequest, TResponse>(
            MethodType.Unary, name, method, GrpcMarshaller.For<TRequest>(), GrpcMarshaller.For<TResponse>());
        _methods.Add(context => context.AddUnaryMethod(
            grpc, [], (_, request, call) => handler.HandleAsync(request, ServiceCall.Of(call))));
        _handlers.Add(method, async (request, call) =>
        {
            check(request, call);
            return await handler.HandleAsync((TRequest)request, call).ConfigureAwait(false);
        });
        return this;
    }

    /// <summary>Adds the methods to ASP.NET Core's gRPC.</summary>
    public void AddTo(ServiceMethodProviderContext<GrpcFrontend> context)
    {
        foreach (var method in _methods)
        {
            method(context);
        }
    }

    /// <summary>Calls a method's handler behind the checks, for callers that only know descriptors.</summary>
    public Task<IMessage> CallAsync(string method, IMessage request, ServiceCall call) =>
        _handlers.TryGetValue(method, out var handler)
            ? handler(request, call)
            : throw Errors.ServiceErrors.Unimplemented($"method {method} not supported");
}
