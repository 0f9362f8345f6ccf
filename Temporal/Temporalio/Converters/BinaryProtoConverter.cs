using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>binary/protobuf</c>: protobuf messages in wire format, with <c>messageType</c> in the metadata.</summary>
public class BinaryProtoConverter : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("binary/protobuf");

    /// <inheritdoc />
    public string Encoding => "binary/protobuf";

    /// <inheritdoc />
    public bool TryToPayload(object? value, [NotNullWhen(true)] out Payload? payload) =>
        ProtoMessages.TryToPayload(value, EncodingName, message => message.ToByteString(), out payload);

    /// <inheritdoc />
    public object? ToValue(Payload payload, Type type) => ProtoMessages.Descriptor(type).Parser.ParseFrom(payload.Data);
}
