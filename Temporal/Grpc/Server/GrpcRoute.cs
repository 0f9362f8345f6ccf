using System.Buffers;
using Google.Protobuf;
using TemporalVideo.Grpc.Wire;

namespace TemporalVideo.Grpc;

/// <summary>A handler with the types of its method taken away.</summary>
internal abstract class GrpcRoute
{
    /// <summary>Parses the body and calls the handler.</summary>
    public abstract Task<IMessage> InvokeAsync(ReadOnlySequence<byte> body, string? encoding, int maximum, GrpcServerCall call);
}

/// <summary>The handler of one method.</summary>
internal sealed class GrpcRoute<TRequest, TResponse>(Func<TRequest, GrpcServerCall, Task<TResponse>> handler) : GrpcRoute
    where TRequest : IMessage<TRequest>, new()
    where TResponse : IMessage
{
    private static readonly MessageParser<TRequest> Parser = new(static () => new TRequest());

    /// <inheritdoc />
    public override async Task<IMessage> InvokeAsync(
        ReadOnlySequence<byte> body, string? encoding, int maximum, GrpcServerCall call) =>
        await handler(MessageFrame.Decode(body, encoding, Parser, maximum, NestedMessages.RequestLimit), call).ConfigureAwait(false);
}
