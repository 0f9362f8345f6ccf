using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A payload in the place of a value: it is sent as it is.</summary>
/// <param name="Payload">The payload.</param>
public record RawValue(Payload Payload) : IRawValue;
