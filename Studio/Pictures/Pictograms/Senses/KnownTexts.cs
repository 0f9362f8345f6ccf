using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>
/// Vectors of texts that never change. They are kept in a file that is named by the model and the texts, so that only the first run on a
/// machine computes them; a folder that cannot be written to costs seconds, no more.
/// </summary>
internal static class KnownTexts
{
    /// <summary>Where files are kept: <c>temporal-video</c> in the user's folder for caches (<c>XDG_CACHE_HOME</c>, else
    /// <c>~/.cache</c>).</summary>
    public static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "temporal-video");

    /// <summary>The vectors of the texts, in their order.</summary>
    public static IReadOnlyList<float[]> Embed(ITextEmbedder model, IReadOnlyList<string> texts, string folder)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts.Prepend(model.Identity))));
        var file = Path.Combine(folder, $"senses-{Convert.ToHexStringLower(key)[..24]}.f32");
        if (Read(file, texts.Count) is { } kept)
        {
            return kept;
        }

        var vectors = model.Embed(texts);
        Keep(vectors, file);
        return vectors;
    }

    private static float[][]? Read(string file, int count)
    {
        try
        {
            if (!File.Exists(file))
            {
                return null;
            }

            var numbers = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();
            return numbers.Length > 0 && numbers.Length % count == 0 ? [.. numbers.Chunk(numbers.Length / count)] : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Keep(IReadOnlyList<float[]> vectors, string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var unfinished = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllBytes(unfinished, MemoryMarshal.AsBytes<float>(vectors.SelectMany(vector => vector).ToArray()).ToArray());
            File.Move(unfinished, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is computed again next time.
        }
    }
}
