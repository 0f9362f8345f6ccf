using Google.Protobuf;
using Google.Protobuf.Reflection;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Clients;

/// <summary>Calls any RPC of a server by its name.</summary>
internal sealed class RawClient(string targetHost) : IDisposable
{
    public string TargetHost => targetHost;

    private readonly RawChannel _channel = new(targetHost);

    /// <summary>Calls a method of the WorkflowService, or of another service.</summary>
    public Task<TResponse> CallAsync<TResponse>(
        string method, IMessage request, ServiceDescriptor? service = null, TimeSpan? timeout = null,
            params (string Name, string Value)[] headers)
        where TResponse : class, IMessage<TResponse>, new() => _channel.UnaryAsync(
        (service ?? ServiceDescriptors.WorkflowService).FullName,
        method,
        request,
        new MessageParser<TResponse>(() => new TResponse()),
        headers.Select(header => KeyValuePair.Create(header.Name, header.Value)),
        timeout ?? TimeSpan.FromSeconds(60));

    public void Dispose() => _channel.Dispose();
}
