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
    /// <param name="nesting">How deep the message may nest.</param>
    /// <exception cref="GrpcException">The body has no whole frame, is too large, or its message cannot be parsed.</exception>
    public static TMessage Decode<TMessage>(
        ReadOnlySequence<byte> body, string? encoding, MessageParser<TMessage> parser, int maximum, int nesting = NestedMessages.Limit)
        where TMessage : IMessage<TMessage>
    {
        if (!IsKnown(encoding))
        {
            throw new GrpcException(GrpcStatusCode.Unimplemented, $"grpc: Decompressor is not installed for grpc-encoding \"{encoding}\"");
        }

        // The codes here are those of the real frontend, which is written with gRPC for Go.
        if (body.Length < HeaderLength)
        {
            throw new GrpcException(GrpcStatusCode.Unknown, "EOF");
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        body.Slice(0, HeaderLength).CopyTo(header);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (header[0] > 1)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"grpc: received unexpected payload format {header[0]}");
        }

        if (length > maximum)
        {
            throw TooLarge(length, maximum);
        }

        if (body.Length - HeaderLength < length)
        {
            throw new GrpcException(GrpcStatusCode.Unknown, "unexpected EOF");
        }

        // A unary body holds one message; what follows it is not looked at.
        var payload = body.Slice(HeaderLength, length);
        if (header[0] == 1)
        {
            payload = new ReadOnlySequence<byte>(Decompress(payload, encoding, maximum));
        }

        return Parse(payload, parser, nesting);
    }

    /// <summary>The error of a message above the limit, in the words gRPC implementations use.</summary>
    public static GrpcException TooLarge(long length, int maximum) =>
        new(GrpcStatusCode.ResourceExhausted, $"grpc: received message larger than max ({length} vs. {maximum})");

    private static TMessage Parse<TMessage>(ReadOnlySequence<byte> payload, MessageParser<TMessage> parser, int nesting)
        where TMessage : IMessage<TMessage>
    {
        try
        {
            return parser.ParseFrom(payload);
        }
        catch (InvalidProtocolBufferException)
        {
            try
            {
                return NestedMessages.Parse(parser, payload.ToArray(), nesting);
            }
            catch (InvalidProtocolBufferException e)
            {
                throw new GrpcException(GrpcStatusCode.Internal, $"grpc: error unmarshalling message: {e.Message}", inner: e);
            }
        }
    }

    private static bool IsGzip(string? encoding) => string.Equals(encoding, "gzip", StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(string? encoding) =>
        string.IsNullOrEmpty(encoding) || IsGzip(encoding) || string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase);

    private static byte[] Decompress(ReadOnlySequence<byte> payload, string? encoding, int maximum)
    {
        if (!IsGzip(encoding))
        {
            throw new GrpcException(GrpcStatusCode.Internal, "grpc: compressed flag set with identity or empty encoding");
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

            // The stream ends in its length; the library does not mind when that is missing.
            Span<byte> end = stackalloc byte[sizeof(uint)];
            payload.Slice(Math.Max(0, payload.Length - sizeof(uint))).CopyTo(end);
            return BinaryPrimitives.ReadUInt32LittleEndian(end) == (uint)target.Length ? target.ToArray() : throw new InvalidDataException("unexpected EOF");
        }
        catch (InvalidDataException e)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"The message cannot be decompressed: {e.Message}", inner: e);
        }
    }
}
