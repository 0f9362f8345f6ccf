using System.Text.Json;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities;

/// <summary>Finds pieces in the object store, or has them made and stores them.</summary>
internal sealed class PieceMaker(IObjectStore store)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>A piece of one file.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="fingerprint">What it is made from.</param>
    /// <param name="make">Writes the file it is given.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public Task<Piece> FileAsync(string key, string fingerprint, Func<string, Task> make, CancellationToken cancellationToken) =>
        FindOrMakeAsync(key, fingerprint, async () =>
        {
            using var folder = new TemporaryFolder();
            var file = folder.File(Path.GetFileName(key));
            await make(file);
            await store.PutAsync(key, file, fingerprint, cancellationToken);
            return 1;
        }, () => Task.FromResult(1), cancellationToken);

    /// <summary>A piece of several files and a JSON document, which is stored last: where it is, all the others are.</summary>
    /// <param name="key">Key of the document; the files lie beside it.</param>
    /// <param name="fingerprint">What it is made from.</param>
    /// <param name="make">Writes files into the folder it is given, and returns the document and their names.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    public Task<Piece> FolderAsync<T>(
        string key, string fingerprint, Func<TemporaryFolder, Task<(T Document, IReadOnlyList<string> Files)>> make, CancellationToken cancellationToken) =>
        FindOrMakeAsync(key, fingerprint, async () =>
        {
            using var folder = new TemporaryFolder();
            var (document, files) = await make(folder);
            var prefix = key[..(key.LastIndexOf('/') + 1)];
            foreach (var name in files)
            {
                await store.PutAsync(prefix + name, folder.File(name), null, cancellationToken);
            }

            await store.PutAsync(key, JsonSerializer.SerializeToUtf8Bytes(document, Json), fingerprint, cancellationToken);
            return files.Count + 1;
        }, async () => (await store.ListAsync(key[..(key.LastIndexOf('/') + 1)], cancellationToken)).Count, cancellationToken);

    /// <summary>A JSON document.</summary>
    public Task<Piece> DocumentAsync<T>(string key, string fingerprint, T document, CancellationToken cancellationToken) =>
        FindOrMakeAsync(key, fingerprint, async () =>
        {
            await store.PutAsync(key, JsonSerializer.SerializeToUtf8Bytes(document, Json), fingerprint, cancellationToken);
            return 1;
        }, () => Task.FromResult(1), cancellationToken);

    /// <summary>Reads a JSON document.</summary>
    /// <exception cref="ObjectMissingException">It is not in the store.</exception>
    public async Task<T> ReadAsync<T>(string key, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(await store.FetchAsync(key, cancellationToken));
        return await JsonSerializer.DeserializeAsync<T>(stream, Json, cancellationToken)
            ?? throw new JsonException($"'{key}' holds no {typeof(T).Name}.");
    }

    /// <summary>What an object in the store was made from.</summary>
    /// <exception cref="ObjectMissingException">It is not in the store.</exception>
    public async Task<string?> FingerprintOfAsync(string key, CancellationToken cancellationToken) =>
        (await store.FindAsync(key, cancellationToken) ?? throw new ObjectMissingException(key, "")).Fingerprint;

    /// <summary>Removes objects that an earlier story has left.</summary>
    public async Task PruneAsync(string prefix, Func<string, bool> belongs, CancellationToken cancellationToken)
    {
        foreach (var item in await store.ListAsync(prefix, cancellationToken))
        {
            if (!belongs(item.Key[prefix.Length..]))
            {
                await store.DeleteAsync(item.Key, cancellationToken);
            }
        }
    }

    private async Task<Piece> FindOrMakeAsync(string key, string fingerprint, Func<Task<int>> make, Func<Task<int>> count, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(key, cancellationToken);
        return found?.Fingerprint == fingerprint
            ? new Piece(key, await count(), Found: true)
            : new Piece(key, await make(), Found: false);
    }
}
