using Microsoft.Extensions.Options;

namespace TemporalVideo.Storage.Objects;

/// <summary>An object store in a folder: a key is a path. Several processes may use one folder.</summary>
internal sealed class FolderObjectStore : IObjectStore
{
    private const string Unfinished = ".unfinished";

    private readonly string _root;
    private readonly FolderFingerprints _fingerprints;

    public FolderObjectStore(IOptions<FolderObjectStoreOptions> options)
    {
        _root = Path.GetFullPath(options.Value.Folder);
        _fingerprints = new FolderFingerprints(Path.Combine(_root, ".fingerprints"));
    }

    public async Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var file = new FileInfo(PathOf(key));
        return file.Exists ? await DescribeAsync(key, file, cancellationToken) : null;
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
                found.Add(await DescribeAsync(key, file, cancellationToken));
            }
        }

        return [.. found.OrderBy(item => item.Key, StringComparer.Ordinal)];
    }

    public Task PutAsync(string key, string file, string? fingerprint, CancellationToken cancellationToken) =>
        PutAsync(key, async target =>
        {
            await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, useAsync: true);
            await source.CopyToAsync(target, 1 << 20, cancellationToken);
        }, fingerprint, cancellationToken);

    public Task PutAsync(string key, ReadOnlyMemory<byte> content, string? fingerprint, CancellationToken cancellationToken) =>
        PutAsync(key, target => target.WriteAsync(content, cancellationToken).AsTask(), fingerprint, cancellationToken);

    public Task<string> FetchAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        return File.Exists(path) ? Task.FromResult(path) : throw new ObjectMissingException(key, $"'{_root}'");
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        _fingerprints.Forget(key);
        return Task.CompletedTask;
    }

    public Uri LinkTo(string key) => new(PathOf(key));

    /// <summary>Writes beside the target, flushes to the disk, then renames: a reader sees the old object or the new one.</summary>
    private async Task PutAsync(string key, Func<Stream, Task> write, string? fingerprint, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        DeleteAbandoned(path);
        var unfinished = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                await write(stream);
                await stream.FlushAsync(cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        await _fingerprints.RememberAsync(key, new FileInfo(path), fingerprint);
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

    private async Task<StoredObject> DescribeAsync(string key, FileInfo file, CancellationToken cancellationToken) =>
        new(key, file.Length, await _fingerprints.RecallAsync(key, file, cancellationToken));

    private string PathOf(string key) => Path.Combine(_root, ObjectKey.Require(key));
}
