using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>json/protobuf</c>: protobuf messages as canonical proto3 JSON, with <c>messageType</c> in the metadata.</summary>
public class JsonProtoConverter : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("json/protobuf");

    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <inheritdoc />
    public string Encoding => "json/protobuf";

    /// <inheritdoc />
    public bool TryToPayload(object? value, [NotNullWhen(true)] out Payload? payload) =>
        ProtoMessages.TryToPayload(
            value, EncodingName, message => ByteString.CopyFromUtf8(JsonFormatter.Default.Format(message)), out payload);

    /// <inheritdoc />
    public object? ToValue(Payload payload, Type type) => Parser.Parse(payload.Data.ToStringUtf8(), ProtoMessages.Descriptor(type));
}
