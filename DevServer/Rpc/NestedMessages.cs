using Google.Protobuf;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>
/// Parses messages that nest deeper than the protobuf library allows by itself (100), as a failure with a long chain of causes does.
/// What is stored and answered may nest a little deeper than what was asked, so requests have a lower limit than everything else.
/// </summary>
internal static class NestedMessages
{
    /// <summary>How deep a request may nest.</summary>
    public const int RequestLimit = 500;

    /// <summary>How deep an answer, or something stored, may nest.</summary>
    public const int Limit = 2 * RequestLimit;

    /// <summary>Parses a message.</summary>
    /// <param name="parser">The parser of its type.</param>
    /// <param name="data">The message.</param>
    /// <param name="limit">How deep it may nest.</param>
    /// <exception cref="InvalidProtocolBufferException">It is malformed, or nests deeper.</exception>
    public static T Parse<T>(MessageParser<T> parser, byte[] data, int limit = Limit)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(data);
        }
        catch (InvalidProtocolBufferException)
        {
            // Rare: once more by the slower way that can be told a limit.
            using var input = CodedInputStream.CreateWithLimits(new MemoryStream(data, writable: false), int.MaxValue, limit);
            return parser.ParseFrom(input);
        }
    }
}
