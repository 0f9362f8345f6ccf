using YamlDotNet.Serialization;

namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>What the words that pictograms are called by mean elsewhere: a cookie of a web browser, the root of an equation.</summary>
internal static class OtherSenses
{
    private static readonly Lazy<Dictionary<string, string[]>> ByWord = new(Read);

    private static readonly Lazy<HashSet<string>> Many = new(ReadMany);

    /// <summary>Whether a word has so many senses that which is meant cannot be told from a phrase.</summary>
    public static bool HasMany(string word) => Many.Value.Contains(word);

    /// <summary>All senses, each once, in a fixed order.</summary>
    public static IReadOnlyList<string> All => [.. ByWord.Value.Values.SelectMany(senses => senses).Distinct()];

    /// <summary>The senses that a word has besides; none for most words.</summary>
    public static IReadOnlyList<string> Of(string word) => ByWord.Value.GetValueOrDefault(word, []);

    /// <summary>The words that have other senses.</summary>
    public static IEnumerable<string> Words => ByWord.Value.Keys;

    private static HashSet<string> ReadMany()
    {
        using var reader = Open("many-senses.txt");
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .ToHashSet(StringComparer.Ordinal);
    }

    private static StreamReader Open(string name) =>
        new(typeof(OtherSenses).Assembly.GetManifestResourceStream(typeof(OtherSenses), name)!);

    private static Dictionary<string, string[]> Read()
    {
        using var reader = Open("other-senses.yaml");
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader)
            .ToDictionary(pair => pair.Key, pair => pair.Value.Split("; "), StringComparer.Ordinal);
    }
}
