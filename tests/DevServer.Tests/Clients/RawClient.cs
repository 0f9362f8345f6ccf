using Google.Protobuf;
using Google.Protobuf.Reflection;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Tests.Clients;

/// <summary>Calls any RPC of a server by its name.</summary>
internal sealed class RawClient(string targetHost) : IDisposable
{
    public string TargetHost => targetHost;

    private readonly GrpcChannel _channel = new(new GrpcChannelOptions { Address = new Uri($"http://{targetHost}") });

    /// <summary>Calls a method of the WorkflowService, or of another service.</summary>
    public Task<TResponse> CallAsync<TResponse>(
        string method, IMessage request, ServiceDescriptor? service = null, TimeSpan? timeout = null, params (string Name, string Value)[] headers)
        where TResponse : class, IMessage<TResponse>, new() => _channel.UnaryAsync(
        (service ?? ServiceDescriptors.WorkflowService).FullName,
        method,
        request,
        new MessageParser<TResponse>(() => new TResponse()),
        new GrpcCallOptions
        {
            Timeout = timeout ?? TimeSpan.FromSeconds(60),
            Headers = [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))],
        });

    public void Dispose() => _channel.Dispose();
}
