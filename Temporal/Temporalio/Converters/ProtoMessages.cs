using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>What the two protobuf encodings share.</summary>
internal static class ProtoMessages
{
    public static MessageDescriptor Descriptor(Type type) =>
        typeof(IMessage).IsAssignableFrom(type)
            && type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is MessageDescriptor descriptor
            ? descriptor
            : throw new ArgumentException($"The payload holds a protobuf message, which {type} is not.");

    public static bool TryToPayload(
        object? value, ByteString encoding, Func<IMessage, ByteString> format, [NotNullWhen(true)] out Payload? payload)
    {
        payload = value is not IMessage message ? null : new Payload
        {
            Metadata = { ["encoding"] = encoding, ["messageType"] = ByteString.CopyFromUtf8(message.Descriptor.FullName) },
            Data = format(message),
        };
        return payload is not null;
    }
}
