using System.Security.Cryptography;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Puts the pictures beside a lesson into the object store, where the workers find them.</summary>
internal static class PictureUpload
{
    /// <summary>Stores the pictures of a session's lesson, each under a key made of its content.</summary>
    /// <param name="store">The store of the session's workers.</param>
    /// <param name="input">The order; its folder is this machine's.</param>
    /// <param name="pictures">Paths on this machine, by the names that the lesson gives them.</param>
    /// <param name="cancellationToken">Stops the storing.</param>
    /// <returns>The order with the keys in place of the folder.</returns>
    public static async Task<VideoInput> PutAsync(
        IObjectStore store, VideoInput input, IReadOnlyDictionary<string, string> pictures, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(input.Session);
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in pictures)
        {
            var content = await File.ReadAllBytesAsync(file, cancellationToken);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));
            keys[name] = layout.LessonPicture($"{hash}{Path.GetExtension(file).ToLowerInvariant()}");
            if (await store.FindAsync(keys[name], cancellationToken) is null)
            {
                await store.PutAsync(keys[name], content, ObjectTags.None, cancellationToken);
            }
        }

        return input with { LessonFolder = null, LessonPictures = keys };
    }
}
