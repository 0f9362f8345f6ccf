using System.Globalization;

namespace TemporalVideo.Storage.Objects;

/// <summary>
/// Fingerprints of a folder store's objects, in a tree of small files beside them.
/// One that was written for another state of its object (size or time differ) does not count:
/// after a crash between the two writes the object is made again, never mistaken.
/// </summary>
internal sealed class FolderFingerprints(string root)
{
    public async Task RememberAsync(string key, FileInfo file, string? fingerprint)
    {
        if (fingerprint is null)
        {
            Forget(key);
            return;
        }

        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(unfinished, $"{StateOf(file)} {fingerprint}", CancellationToken.None);
        File.Move(unfinished, path, overwrite: true);
    }

    public async Task<string?> RecallAsync(string key, FileInfo file, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
        {
            return null;
        }

        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var state = StateOf(file) + " ";
        return text.StartsWith(state, StringComparison.Ordinal) ? text[state.Length..] : null;
    }

    public void Forget(string key)
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static string StateOf(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}");

    private string PathOf(string key) => Path.Combine(root, key);
}
