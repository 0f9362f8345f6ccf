using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace TemporalVideo.Storage.Objects;

/// <summary>
/// Tags of a folder store's objects, in a tree of small files beside them. Such a file holds the tags of the object that is about to
/// take the place and of those before it, each with the state (size and time) of the file that it is about, and is written before
/// the object is: whatever a crash leaves of the two, tags are never taken for those of another content, and never lost.
/// </summary>
/// <param name="root">The folder of the tree.</param>
internal sealed class FolderTags(string root)
{
    /// <summary>A writer that was overtaken may still take the place.</summary>
    private const int Kept = 4;

    /// <summary>
    /// Notes the tags of a file that is about to be moved to its key. Its time is changed when it could be mistaken for another.
    /// </summary>
    public async Task NoteAsync(string key, SafeFileHandle file, ObjectTags tags)
    {
        var path = PathOf(key);
        var before = await ReadAsync(path, CancellationToken.None);
        var state = FileState.Of(file);
        while (before.Exists(entry => entry.State == state))
        {
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddMilliseconds(1));
            state = FileState.Of(file);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        Entry[] entries = [new(state, tags), .. before.Take(Kept - 1)];
        await File.WriteAllTextAsync(unfinished, JsonSerializer.Serialize(entries), CancellationToken.None);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>
    /// The tags of a file in the state in which it is; null when they are not known, as when somebody else has changed it.
    /// </summary>
    public async Task<ObjectTags?> RecallAsync(string key, SafeFileHandle file, CancellationToken cancellationToken)
    {
        var state = FileState.Of(file);
        return (await ReadAsync(PathOf(key), cancellationToken)).Find(entry => entry.State == state)?.Tags;
    }

    public void Forget(string key)
    {
        if (File.Exists(PathOf(key)))
        {
            File.Delete(PathOf(key));
        }
    }

    private static async Task<List<Entry>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<List<Entry>>(await File.ReadAllTextAsync(path, cancellationToken)) ?? [];
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            // Nothing was noted, or by an earlier release, which wrote another format: what it made is made again.
            return [];
        }
    }

    private string PathOf(string key) => Path.Combine(root, key);

    private sealed record Entry(FileState State, ObjectTags Tags);

    private sealed record FileState(long Bytes, long Ticks)
    {
        public static FileState Of(SafeFileHandle file) => new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file).Ticks);
    }
}
