using TemporalVideo.Storage.Objects;

namespace TemporalVideo.Activities.Tests.Agents;

/// <summary>A store that refuses some keys: as for a worker that dies there, what was put before stays and nothing is put after.</summary>
internal sealed class RefusingStore(IObjectStore store, Func<string, bool> refuses) : IObjectStore
{
    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken) => store.FindAsync(key, cancellationToken);

    public Task<IReadOnlyList<StoredObject>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        store.ListAsync(prefix, cancellationToken);

    public Task PutAsync(string key, string file, ObjectTags tags, CancellationToken cancellationToken) =>
        refuses(key) ? throw new IOException($"'{key}' is refused.") : store.PutAsync(key, file, tags, cancellationToken);

    public Task PutAsync(string key, ReadOnlyMemory<byte> content, ObjectTags tags, CancellationToken cancellationToken) =>
        refuses(key) ? throw new IOException($"'{key}' is refused.") : store.PutAsync(key, content, tags, cancellationToken);

    public Task<FetchedObject> FetchAsync(string key, string folder, CancellationToken cancellationToken) =>
        store.FetchAsync(key, folder, cancellationToken);

    public Task<ObjectContent> ReadAsync(string key, CancellationToken cancellationToken) => store.ReadAsync(key, cancellationToken);

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => store.DeleteAsync(key, cancellationToken);

    public Uri LinkTo(string key) => store.LinkTo(key);
}
