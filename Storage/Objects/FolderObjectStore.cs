using Microsoft.Extensions.Options;

namespace TemporalVideo.Storage.Objects;

/// <summary>An object store in a folder: a key is a path. Several processes may use one folder.</summary>
internal sealed class FolderObjectStore : IObjectStore
{
    private const string Unfinished = ".unfinished";
    private const int Buffer = 1 << 20;

    private readonly string _root;
    private readonly FolderTags _tags;

    public FolderObjectStore(IOptions<FolderObjectStoreOptions> options)
    {
        _root = Path.GetFullPath(options.Value.Folder);
        _tags = new FolderTags(Path.Combine(_root, ".tags"));
    }

    public async Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (await TryOpenAsync(key, cancellationToken) is not var (file, item))
        {
            return null;
        }

        await file.DisposeAsync();
        return item;
    }

    public async Task<IReadOnlyList<StoredObject>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var slash = prefix.LastIndexOf('/');
        var folder = new DirectoryInfo(slash < 0 ? _root : PathOf(prefix[..slash]));
        if (!folder.Exists)
        {
            return [];
        }

        var found = new List<StoredObject>();
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var key = Path.GetRelativePath(_root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (key.StartsWith(prefix, StringComparison.Ordinal) && !key.StartsWith('.') && file.Extension != Unfinished)
            {
                if (await FindAsync(key, cancellationToken) is { } item)
                {
                    found.Add(item);
                }
            }
        }

        return [.. found.OrderBy(item => item.Key, StringComparer.Ordinal)];
    }

    public Task PutAsync(string key, string file, ObjectTags tags, CancellationToken cancellationToken) =>
        PutAsync(key, async target =>
        {
            await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, useAsync: true);
            await source.CopyToAsync(target, Buffer, cancellationToken);
        }, tags, cancellationToken);

    public Task PutAsync(string key, ReadOnlyMemory<byte> content, ObjectTags tags, CancellationToken cancellationToken) =>
        PutAsync(key, target => target.WriteAsync(content, cancellationToken).AsTask(), tags, cancellationToken);

    public async Task<FetchedObject> FetchAsync(string key, string folder, CancellationToken cancellationToken)
    {
        var (source, item) = await OpenAsync(key, cancellationToken);
        await using var open = source;
        var path = Path.Combine(folder, Path.GetFileName(source.Name));
        await using var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0, useAsync: true);
        await source.CopyToAsync(target, Buffer, cancellationToken);
        return new FetchedObject(path, item);
    }

    public async Task<ObjectContent> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var (source, item) = await OpenAsync(key, cancellationToken);
        await using var open = source;
        var bytes = new byte[source.Length];
        await source.ReadExactlyAsync(bytes, cancellationToken);
        return new ObjectContent(bytes, item);
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        _tags.Forget(key);
        return Task.CompletedTask;
    }

    public Uri LinkTo(string key) => new(PathOf(key));

    /// <summary>Writes beside the target, flushes to the disk, then renames: a reader sees the old object or the new one.</summary>
    private async Task PutAsync(string key, Func<Stream, Task> write, ObjectTags tags, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        DeleteAbandoned(path);
        var unfinished = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            // Open until it is renamed: that it is locked tells others that its writer lives.
            await using var stream =
                new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, 1 << 16, useAsync: true);
            await write(stream);
            await stream.FlushAsync(cancellationToken);
            stream.Flush(flushToDisk: true);
            cancellationToken.ThrowIfCancellationRequested();
            await _tags.NoteAsync(key, stream.SafeFileHandle, tags);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Deletes what a killed process left of this object. A writer that lives holds its file locked.</summary>
    private static void DeleteAbandoned(string path)
    {
        foreach (var unfinished in Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.*{Unfinished}"))
        {
            try
            {
                using var probe = new FileStream(unfinished, FileMode.Open, FileAccess.Write, FileShare.None);
                File.Delete(unfinished);
            }
            catch (IOException)
            {
                // Locked by its writer, or gone by now.
            }
        }
    }

    private async Task<(FileStream File, StoredObject Item)> OpenAsync(string key, CancellationToken cancellationToken) =>
        await TryOpenAsync(key, cancellationToken) ?? throw new ObjectMissingException(key, $"'{_root}'");

    /// <summary>
    /// Opens an object, and finds its tags. An open file stays what it is when another takes its place; when that happens so often that
    /// its tags are gone, it is opened again.
    /// </summary>
    private async Task<(FileStream File, StoredObject Item)?> TryOpenAsync(string key, CancellationToken cancellationToken)
    {
        for (var path = PathOf(key); ;)
        {
            FileStream file;
            try
            {
                file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, useAsync: true);
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException || Directory.Exists(path))
            {
                // A folder is no object, as in a bucket.
                return null;
            }

            var tags = await _tags.RecallAsync(key, file.SafeFileHandle, cancellationToken);
            if (tags is not null || File.GetLastWriteTimeUtc(file.SafeFileHandle) == File.GetLastWriteTimeUtc(path))
            {
                return (file, new StoredObject(key, file.Length, tags ?? ObjectTags.None));
            }

            await file.DisposeAsync();
        }
    }

    private string PathOf(string key) => Path.Combine(_root, ObjectKey.Require(key));
}
