using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>json/plain</c>: System.Text.Json; takes every value.</summary>
/// <param name="serializerOptions">Options of the serializer.</param>
public class JsonPlainConverter(JsonSerializerOptions serializerOptions) : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("json/plain");

    /// <inheritdoc />
    public string Encoding => "json/plain";

    /// <inheritdoc />
    public bool TryToPayload(object? value, [NotNullWhen(true)] out Payload? payload)
    {
        payload = new Payload
        {
            Metadata = { ["encoding"] = EncodingName },
            Data = UnsafeByteOperations.UnsafeWrap(JsonSerializer.SerializeToUtf8Bytes(value, serializerOptions)),
        };
        return true;
    }

    /// <inheritdoc />
    public object? ToValue(Payload payload, Type type) => JsonSerializer.Deserialize(payload.Data.Span, type, serializerOptions);
}
