using System.Diagnostics.CodeAnalysis;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>One encoding of <see cref="DefaultPayloadConverter" />.</summary>
public interface IEncodingConverter
{
    /// <summary>Name of the encoding, the payload's metadata <c>encoding</c>.</summary>
    string Encoding { get; }

    /// <summary>Converts the value if it is of a kind that this encoding is for.</summary>
    bool TryToPayload(object? value, [NotNullWhen(true)] out Payload? payload);

    /// <summary>Converts a payload of this encoding.</summary>
    object? ToValue(Payload payload, Type type);
}
