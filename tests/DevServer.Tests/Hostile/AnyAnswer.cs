using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace TemporalVideo.DevServer.Tests.Hostile;

/// <summary>An answer whose type is only known by its descriptor.</summary>
internal sealed class AnyAnswer(MessageDescriptor type) : IMessage<AnyAnswer>
{
    public IMessage Message { get; } = type.Parser.ParseFrom(ByteString.Empty);

    public MessageDescriptor Descriptor => type;

    public static MessageParser<AnyAnswer> Parser(MessageDescriptor type) => new(() => new AnyAnswer(type));

    public void MergeFrom(CodedInputStream input) => Message.MergeFrom(input);

    public void WriteTo(CodedOutputStream output) => Message.WriteTo(output);

    public int CalculateSize() => Message.CalculateSize();

    public void MergeFrom(AnyAnswer message) => throw new NotSupportedException();

    public bool Equals(AnyAnswer? other) => ReferenceEquals(this, other);

    public AnyAnswer Clone() => throw new NotSupportedException();
}
