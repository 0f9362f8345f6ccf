using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>
/// Changes payloads on their way to and from the server, for example by encryption; applied after conversion to everything
/// but search attributes. It may do I/O and need not be deterministic.
/// </summary>
public interface IPayloadCodec
{
    /// <summary>Encodes payloads; the result may have another number of payloads. The given ones are not changed.</summary>
    Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads);

    /// <summary>Decodes payloads; the inverse of <see cref="EncodeAsync" />.</summary>
    Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads);
}
