using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Common;

/// <summary>Headers between their dictionary form, which interceptors see, and their wire form.</summary>
internal static class HeaderDictionary
{
    /// <summary>Encodes headers by the codec; null when there are none.</summary>
    public static async Task<Header?> ToProtoAsync(IDictionary<string, Payload>? headers, IPayloadCodec? codec)
    {
        if (headers is not { Count: > 0 })
        {
            return null;
        }

        var proto = new Header();
        foreach (var (name, payload) in headers)
        {
            proto.Fields[name] = codec == null ? payload : await codec.EncodeSingleAsync(payload).ConfigureAwait(false);
        }

        return proto;
    }

    /// <summary>Decodes headers by the codec; null when there are none.</summary>
    public static async Task<IReadOnlyDictionary<string, Payload>?> FromProtoAsync(Header? header, IPayloadCodec? codec)
    {
        if (header is not { Fields.Count: > 0 })
        {
            return null;
        }

        var headers = new Dictionary<string, Payload>(header.Fields.Count);
        foreach (var (name, payload) in header.Fields)
        {
            headers[name] = codec == null ? payload : await codec.DecodeSingleAsync(payload).ConfigureAwait(false);
        }

        return headers;
    }
}
