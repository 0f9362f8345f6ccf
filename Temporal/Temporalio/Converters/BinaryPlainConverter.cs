using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>binary/plain</c>: byte arrays as they are.</summary>
public class BinaryPlainConverter : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("binary/plain");

    /// <inheritdoc />
    public string Encoding => "binary/plain";

    /// <inheritdoc />
    public bool TryToPayload(object? value, [NotNullWhen(true)] out Payload? payload)
    {
        payload = value is byte[] bytes
            ? new Payload { Metadata = { ["encoding"] = EncodingName }, Data = ByteString.CopyFrom(bytes) }
            : null;
        return payload is not null;
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The type is not a byte array.</exception>
    public object? ToValue(Payload payload, Type type) =>
        type.IsAssignableFrom(typeof(byte[]))
            ? payload.Data.ToByteArray()
            : throw new ArgumentException($"The payload holds bytes (binary/plain), which {type} cannot take.");
}
