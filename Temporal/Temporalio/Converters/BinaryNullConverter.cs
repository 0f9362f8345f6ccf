using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>binary/null</c>: null, without data.</summary>
public class BinaryNullConverter : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("binary/null");

    /// <inheritdoc />
    public string Encoding => "binary/null";

    /// <inheritdoc />
    public bool TryToPayload(object? value, [NotNullWhen(true)] out Payload? payload)
    {
        payload = value is null ? new Payload { Metadata = { ["encoding"] = EncodingName } } : null;
        return payload is not null;
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The type cannot be null.</exception>
    public object? ToValue(Payload payload, Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? throw new ArgumentException($"The payload is null, which {type} cannot be.")
            : null;
}
