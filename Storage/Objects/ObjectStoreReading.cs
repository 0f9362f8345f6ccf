namespace TemporalVideo.Storage.Objects;

/// <summary>Reads what may not be there.</summary>
public static class ObjectStoreReading
{
    /// <summary>Reads a small object into memory.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Its bytes; null when there is none.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadIfThereAsync(
        this IObjectStore store, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.FindAsync(key, cancellationToken) is null ? null : (await store.ReadAsync(key, cancellationToken)).Bytes;
    }
}
