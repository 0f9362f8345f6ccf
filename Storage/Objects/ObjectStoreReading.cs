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

        // Not "? null :": that null becomes an empty memory, by way of a null array.
        return await store.FindAsync(key, cancellationToken) is null
            ? default(ReadOnlyMemory<byte>?)
            : (await store.ReadAsync(key, cancellationToken)).Bytes;
    }
}
