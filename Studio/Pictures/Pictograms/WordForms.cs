using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>Words of a text, and what an English word is called when there is one of it.</summary>
internal static partial class WordForms
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["children"] = "child",
        ["feet"] = "foot",
        ["geese"] = "goose",
        ["knives"] = "knife",
        ["leaves"] = "leaf",
        ["mice"] = "mouse",
        ["oxen"] = "ox",
        ["sheaves"] = "sheaf",
        ["teeth"] = "tooth",
        ["wolves"] = "wolf",
    };

    /// <summary>The words of a text, in lower case.</summary>
    public static List<string> Words(string text) => [.. WordPattern().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>The word itself, and its likely singulars.</summary>
    public static IEnumerable<string> English(string word)
    {
        yield return word;
        if (Irregular.TryGetValue(word, out var one))
        {
            yield return one;
        }
        else if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }
        else if (word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
        {
            yield return word[..^1];
            if (word.EndsWith("es", StringComparison.Ordinal))
            {
                yield return word[..^2];
            }
        }
    }

    [GeneratedRegex("[\\p{L}\\p{N}]+")]
    private static partial Regex WordPattern();
}
