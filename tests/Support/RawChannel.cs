using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace TemporalVideo.Tests.Support;

/// <summary>Calls any unary RPC by its name, without a stub and without retries.</summary>
/// <param name="targetHost"><c>host:port</c>, plain text.</param>
public sealed class RawChannel(string targetHost) : IDisposable
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(
        $"http://{targetHost}", new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null, MaxRetryAttempts = 1 });

    /// <summary>Calls a method.</summary>
    /// <param name="service">Full name of the service.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="request">The request.</param>
    /// <param name="parser">Parses the answer.</param>
    /// <param name="headers">Further metadata.</param>
    /// <param name="timeout">When the call is given up; null for never.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="CallFailedException">The server answered with another status than OK, or not at all.</exception>
    public async Task<TResponse> UnaryAsync<TResponse>(
        string service,
        string method,
        IMessage request,
        MessageParser<TResponse> parser,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
        where TResponse : class, IMessage<TResponse>
    {
        var metadata = new Metadata();
        foreach (var (name, value) in headers ?? [])
        {
            metadata.Add(name, value);
        }

        var options = new CallOptions(metadata, timeout is { } limit ? DateTime.UtcNow + limit : null, cancellationToken);
        var unary = new Method<IMessage, TResponse>(
            MethodType.Unary, service, method,
                Marshallers.Create<IMessage>(MessageExtensions.ToByteArray, _ => throw new NotSupportedException()),
            Marshallers.Create<TResponse>(MessageExtensions.ToByteArray, parser.ParseFrom));
        try
        {
            return await _channel.CreateCallInvoker().AsyncUnaryCall(unary, null, options, request);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Cancelled && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (RpcException e)
        {
            throw new CallFailedException(e.StatusCode, e.Status.Detail, e.GetRpcStatus(), e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _channel.Dispose();
}
