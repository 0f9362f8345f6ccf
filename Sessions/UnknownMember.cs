using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace TemporalVideo.Sessions;

/// <summary>
/// Tells of JSON with a member that nobody reads, in words of the JSON and not of the code: a typo must not be taken silently.
/// </summary>
internal static partial class UnknownMember
{
    private const int LongestName = 80;

    /// <summary>Members that are kept out of JSON are no members of it: else they would be read over.</summary>
    public static void Close(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i] is { Get: null, Set: null })
            {
                type.Properties.RemoveAt(i);
            }
        }
    }

    /// <summary>Which member is not known, where it stands, and which ones are; null when the JSON is wrong in another way.</summary>
    /// <param name="json">Why it could not be read.</param>
    /// <param name="body">What should have been read; its options refuse unknown members.</param>
    public static string? Of(JsonException json, JsonTypeInfo body)
    {
        var (type, path) = (body, json.Path ?? "");
        for (var at = 1; at < path.Length;)
        {
            if (Part().Match(path, at) is not { Success: true } part)
            {
                return null;
            }

            at += part.Length;
            if (type is { Kind: JsonTypeInfoKind.Object } && part.Groups["name"] is { Success: true, Value: var name })
            {
                var known = type.Properties.FirstOrDefault(
                    property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));
                if (known is null)
                {
                    return Words(path[1..at].TrimStart('.'), [.. type.Properties.Select(property => property.Name)]);
                }

                type = type.Options.GetTypeInfo(known.PropertyType);
            }
            else if (type.ElementType is { } element)
            {
                type = type.Options.GetTypeInfo(element);
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>That a member is not known, and which ones are; the sentence goes on, or ends.</summary>
    public static string Words(string place, IReadOnlyList<string> known) =>
        (place.Length <= LongestName ? place : $"{place[..LongestName]}…")
        + $" is not known: {(known.Count == 0 ? "nothing is expected" : $"expected {Or(known)}")}";

    /// <summary>One of several.</summary>
    public static string Or(IReadOnlyList<string> words) => words.Count < 2 ? string.Concat(words)
        : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";

    [GeneratedRegex("""\G(?:\.(?<name>[^.\[]*)|\[\d+\]|\['(?<name>.*?)'\](?=[.\[]|$))""", RegexOptions.Singleline)]
    private static partial Regex Part();
}
