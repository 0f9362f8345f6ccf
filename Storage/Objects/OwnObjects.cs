using System.Security.Cryptography;

namespace TemporalVideo.Storage.Objects;

/// <summary>Files that a person brings, each under a key that names its content: two of the same content are one object.</summary>
internal static class OwnObjects
{
    /// <summary>Stores a file, where it is not there yet.</summary>
    /// <param name="store">The store.</param>
    /// <param name="file">Path on this machine.</param>
    /// <param name="keyOf">The key of a name, which is made of the content and the file's ending.</param>
    /// <param name="cancellationToken">Stops the storing.</param>
    /// <returns>Its key.</returns>
    public static async Task<string> PutOwnAsync(
        this IObjectStore store, string file, Func<string, string> keyOf, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        var hash = Convert.ToHexStringLower((await SHA256.HashDataAsync(content, cancellationToken)).AsSpan(0, 16));
        var key = keyOf($"{hash}{Path.GetExtension(file).ToLowerInvariant()}");
        if (await store.FindAsync(key, cancellationToken) is null)
        {
            await store.PutAsync(key, file, ObjectTags.None, cancellationToken);
        }

        return key;
    }
}
