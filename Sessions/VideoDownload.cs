using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Copies a finished video out of the object store to where a person wants it.</summary>
/// <param name="store">The store that the video is in.</param>
internal sealed class VideoDownload(IObjectStore store)
{
    /// <summary>Copies the video, and its subtitles beside it under its name, each whole or not at all.</summary>
    /// <param name="result">The finished session.</param>
    /// <param name="file">Path of the video's copy; one that is there is replaced.</param>
    /// <param name="cancellationToken">Stops the copying.</param>
    /// <returns>Paths of what was copied, the video's first.</returns>
    /// <exception cref="ObjectMissingException">The video is not in the store any more.</exception>
    /// <exception cref="IOException">It cannot be written there, or an earlier release has made it.</exception>
    public async Task<IReadOnlyList<string>> ToAsync(VideoResult result, string file, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(file);
        if (result.VideoKey is not { } video)
        {
            throw new IOException("The session was made by an earlier release, which kept no key of its video: copy it from where it is.");
        }

        var copies = new List<string>();
        foreach (var key in (string[])[video, .. result.SubtitleKeys])
        {
            var copy = key == video ? target : Path.ChangeExtension(target, Path.GetExtension(key));
            await CopyAsync(key, copy, cancellationToken);
            copies.Add(copy);
        }

        return copies;
    }

    private async Task CopyAsync(string key, string target, CancellationToken cancellationToken)
    {
        // On the same disk as the target, so that it can be moved there at once.
        var beside = Directory.CreateDirectory($"{target}.{Guid.NewGuid():N}.part");
        try
        {
            var fetched = await store.FetchAsync(key, beside.FullName, cancellationToken);
            File.Move(fetched.Path, target, overwrite: true);
        }
        finally
        {
            beside.Delete(recursive: true);
        }
    }
}
