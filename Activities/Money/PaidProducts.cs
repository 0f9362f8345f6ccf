using System.Text.Json;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Money;

namespace TemporalVideo.Activities.Money;

/// <summary>
/// Keeps what was paid for, with its bill, for all sessions of the user: <c>products/{user}/{key}.json</c>. It is stored before the book is
/// told, so that a crash between the two loses nothing.
/// </summary>
internal sealed class PaidProducts(IObjectStore store)
{
    public static string KeyOf(Claim claim) => $"products/{claim.Order.Session.UserId}/{claim.IdempotencyKey}.json";

    public Task KeepAsync<T>(Claim claim, PaidProduct<T> product) => store.PutAsync(
        KeyOf(claim), JsonSerializer.SerializeToUtf8Bytes(product), ObjectTags.None, CancellationToken.None);

    /// <summary>The product of a claim; null when none was kept.</summary>
    public async Task<PaidProduct<T>?> FindAsync<T>(string key, CancellationToken cancellationToken) =>
        await store.ReadIfThereAsync(key, cancellationToken) is { } bytes ? JsonSerializer.Deserialize<PaidProduct<T>>(bytes.Span) : null;
}

/// <summary>Something that was paid for.</summary>
/// <param name="Bill">What was paid.</param>
/// <param name="Value">The product.</param>
internal sealed record PaidProduct<T>(Bill Bill, T Value);
