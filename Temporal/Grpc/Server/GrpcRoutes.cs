using Google.Protobuf;

namespace TemporalVideo.Grpc;

/// <summary>The handlers of a service by method name.</summary>
public sealed class GrpcRoutes
{
    private readonly Dictionary<string, GrpcRoute> _routes = [];

    /// <summary>The routes by method name.</summary>
    internal IReadOnlyDictionary<string, GrpcRoute> ByMethod => _routes;

    /// <summary>Names of the methods that have a handler.</summary>
    public IReadOnlyCollection<string> Methods => _routes.Keys;

    /// <summary>Gives a method its handler.</summary>
    /// <exception cref="ArgumentException">The method has one already.</exception>
    public GrpcRoutes Add<TRequest, TResponse>(string method, Func<TRequest, GrpcServerCall, Task<TResponse>> handler)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage
    {
        _routes.Add(method, new GrpcRoute<TRequest, TResponse>(handler));
        return this;
    }
}
