using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Converts values to payloads and back. It runs inside of workflows too, so it must be deterministic and do no I/O.</summary>
public interface IPayloadConverter
{
    /// <summary>Converts a value.</summary>
    /// <exception cref="ArgumentException">No conversion is known for it.</exception>
    Payload ToPayload(object? value);

    /// <summary>Converts a payload to a value of the type.</summary>
    /// <exception cref="ArgumentException">The payload's encoding is not known.</exception>
    object? ToValue(Payload payload, Type type);
}
