using System.Text.Json;

namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>What a language calls a pictogram, from Unicode's Common Locale Data Repository (Unicode-3.0), in lower case.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Keywords">Words that stand for it.</param>
internal sealed record AnnotatedWords(string Title, IReadOnlyList<string> Keywords)
{
    /// <summary>Reads the annotations of a language: emoji to words.</summary>
    public static IEnumerable<(string Emoji, AnnotatedWords Words)> Read(JsonElement file) =>
        file.GetProperty("annotations").GetProperty("annotations").EnumerateObject()
            .Where(emoji => emoji.Value.TryGetProperty("tts", out _) && emoji.Value.TryGetProperty("default", out _))
            .Select(emoji => (emoji.Name, new AnnotatedWords(Lower(emoji.Value, "tts").First(), [.. Lower(emoji.Value, "default")])));

    private static IEnumerable<string> Lower(JsonElement emoji, string kind) =>
        emoji.GetProperty(kind).EnumerateArray().Select(word => word.GetString()!.ToLowerInvariant());
}
