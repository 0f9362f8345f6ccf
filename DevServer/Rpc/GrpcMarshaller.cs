using System.Buffers;
using Google.Protobuf;
using Grpc.Core;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>Puts messages on the wire, and takes requests from it, by the messages' own parsers.</summary>
internal static class GrpcMarshaller
{
    /// <summary>The marshaller of a message type.</summary>
    public static Marshaller<T> For<T>()
        where T : IMessage<T>, new()
    {
        var parser = new MessageParser<T>(static () => new T());
        return Marshallers.Create<T>(Write, context => Read(parser, context));
    }

    private static void Write<T>(T message, SerializationContext context)
        where T : IMessage<T>
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }

    private static T Read<T>(MessageParser<T> parser, DeserializationContext context)
        where T : IMessage<T>
    {
        var payload = context.PayloadAsReadOnlySequence();
        try
        {
            return parser.ParseFrom(payload);
        }
        catch (InvalidProtocolBufferException)
        {
            try
            {
                return NestedMessages.Parse(parser, payload.ToArray(), NestedMessages.RequestLimit);
            }
            catch (InvalidProtocolBufferException e)
            {
                throw new RpcException(new Status(StatusCode.Internal, $"grpc: error unmarshalling message: {e.Message}"));
            }
        }
    }
}
