using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Converters;

/// <summary>Codecs applied to single payloads and to failures.</summary>
public static class PayloadCodecExtensions
{
    /// <summary>Encodes one payload to one, for places where only one can be (memo, headers).</summary>
    public static async Task<Payload> EncodeSingleAsync(this IPayloadCodec codec, Payload payload) =>
        (await codec.EncodeAsync([payload]).ConfigureAwait(false)).Single();

    /// <summary>Decodes one payload to one, for places where only one can be (memo, headers).</summary>
    public static async Task<Payload> DecodeSingleAsync(this IPayloadCodec codec, Payload payload) =>
        (await codec.DecodeAsync([payload]).ConfigureAwait(false)).Single();

    /// <summary>Encodes all payloads of a failure and its causes, in place.</summary>
    public static Task EncodeFailureAsync(this IPayloadCodec codec, Failure failure) => ApplyAsync(codec.EncodeAsync, failure);

    /// <summary>Decodes all payloads of a failure and its causes, in place.</summary>
    public static Task DecodeFailureAsync(this IPayloadCodec codec, Failure failure) => ApplyAsync(codec.DecodeAsync, failure);

    private static async Task ApplyAsync(
        Func<IReadOnlyCollection<Payload>, Task<IReadOnlyCollection<Payload>>> change, Failure failure)
    {
        for (var current = failure; current != null; current = current.Cause)
        {
            if (current.EncodedAttributes is { } attributes)
            {
                current.EncodedAttributes = (await change([attributes]).ConfigureAwait(false)).Single();
            }

            if (Details(current) is { Payloads_: { Count: > 0 } details })
            {
                var changed = (await change(details).ConfigureAwait(false)).ToArray();
                details.Clear();
                details.Add(changed);
            }
        }
    }

    private static Payloads? Details(Failure failure) =>
        failure.ApplicationFailureInfo?.Details
        ?? failure.TimeoutFailureInfo?.LastHeartbeatDetails
        ?? failure.CanceledFailureInfo?.Details
        ?? failure.ResetWorkflowFailureInfo?.LastHeartbeatDetails;
}
