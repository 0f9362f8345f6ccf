using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A value that was neither decoded nor converted yet.</summary>
/// <param name="Converter">Decodes and converts it.</param>
/// <param name="Payload">The payload.</param>
public record EncodedRawValue(DataConverter Converter, Payload Payload) : IEncodedRawValue
{
    /// <inheritdoc />
    public Task<T> ToValueAsync<T>() => Converter.ToValueAsync<T>(Payload);
}
