using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Aws.MediaConvert;

/// <summary>
/// What is remembered of an order, in the object store: the service forgets the token of an order after a minute, a worker may die
/// sooner or later than that.
/// </summary>
/// <param name="Fingerprint">What was ordered.</param>
/// <param name="Attempt">Which order of it, counted from 1: one that failed can only be ordered under another token.</param>
/// <param name="JobId">The job; null while it is not known whether the order has arrived.</param>
internal sealed record StitchOrder(string Fingerprint, int Attempt, string? JobId = null)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>The token for the service: 64 ASCII characters, its most, from the result's key and what it is made of.</summary>
    public string Token(string target) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{target}\n{Fingerprint}\n{Attempt}")));

    /// <summary>The next order of the same.</summary>
    public StitchOrder Again() => new(Fingerprint, Attempt + 1);

    /// <summary>Reads what is remembered of a request; null when nothing is, or of another.</summary>
    public static async Task<StitchOrder?> ReadAsync(
        IObjectStore store, StoreStitchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var found = await store.ReadAsync(request.Record, cancellationToken);
            return JsonSerializer.Deserialize<StitchOrder>(found.Bytes.Span, Json) is { } order && order.Fingerprint == request.Fingerprint
                ? order
                : null;
        }
        catch (Exception failure) when (failure is ObjectMissingException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers it.</summary>
    public Task KeepAsync(IObjectStore store, StoreStitchRequest request, CancellationToken cancellationToken) =>
        store.PutAsync(request.Record, JsonSerializer.SerializeToUtf8Bytes(this, Json), ObjectTags.None, cancellationToken);
}
