using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;

namespace TemporalVideo.Grpc.Wire;

/// <summary>
/// The length-prefixed message of gRPC over HTTP/2: one byte that says whether it is compressed, four bytes of length, the message
/// (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
/// </summary>
internal static class MessageFrame
{
    /// <summary>Bytes before the message.</summary>
    public const int HeaderLength = 5;

    /// <summary>The frame of an uncompressed message.</summary>
    public static byte[] Encode(IMessage message)
    {
        var length = message.CalculateSize();
        var frame = GC.AllocateUninitializedArray<byte>(HeaderLength + length);
        frame[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)length);
        message.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>Writes the frame of an uncompressed message without a buffer of its own.</summary>
    public static void Write(IBufferWriter<byte> writer, IMessage message)
    {
        var length = message.CalculateSize();
        var span = writer.GetSpan(HeaderLength + length)[..(HeaderLength + length)];
        span[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)length);
        message.WriteTo(span[HeaderLength..]);
        writer.Advance(HeaderLength + length);
    }

    /// <summary>Reads the only message of a unary body.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="encoding">Value of <c>grpc-encoding</c>; null means identity.</param>
    /// <param name="parser">The parser of the message's type.</param>
    /// <param name="maximum">Largest size in bytes after decompression.</param>
    /// <exception cref="GrpcException">The body is not one whole frame, is too large, or its message cannot be parsed.</exception>
    public static TMessage Decode<TMessage>(ReadOnlySequence<byte> body, string? encoding, MessageParser<TMessage> parser, int maximum)
        where TMessage : IMessage<TMessage>
    {
        if (body.Length < HeaderLength)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"The body ends after {body.Length} bytes, within the frame header.");
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        body.Slice(0, HeaderLength).CopyTo(header);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (length > maximum)
        {
            throw TooLarge(length, maximum);
        }

        var payload = body.Slice(HeaderLength);
        if (payload.Length != length)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"The frame announces {length} bytes, the body has {payload.Length}.");
        }

        if (header[0] == 1)
        {
            payload = new ReadOnlySequence<byte>(Decompress(payload, encoding, maximum));
        }

        try
        {
            return parser.ParseFrom(payload);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"The message cannot be parsed: {e.Message}", inner: e);
        }
    }

    /// <summary>The error of a message above the limit, in the words gRPC implementations use.</summary>
    public static GrpcException TooLarge(long length, int maximum) =>
        new(GrpcStatusCode.ResourceExhausted, $"grpc: received message larger than max ({length} vs. {maximum})");

    private static byte[] Decompress(ReadOnlySequence<byte> payload, string? encoding, int maximum)
    {
        if (!string.Equals(encoding, "gzip", StringComparison.OrdinalIgnoreCase))
        {
            throw new GrpcException(GrpcStatusCode.Unimplemented, $"Message encoding '{encoding}' is not supported; use gzip or identity.");
        }

        try
        {
            using var source = new MemoryStream(payload.ToArray(), writable: false);
            using var gzip = new GZipStream(source, CompressionMode.Decompress);
            using var target = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                if (target.Length + read > maximum)
                {
                    throw TooLarge(target.Length + read, maximum);
                }

                target.Write(buffer, 0, read);
            }

            return target.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"The message cannot be decompressed: {e.Message}", inner: e);
        }
    }
}
