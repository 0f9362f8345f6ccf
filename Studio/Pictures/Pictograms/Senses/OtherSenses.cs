using YamlDotNet.Serialization;

namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>What the words that pictograms are called by mean elsewhere: a cookie of a web browser, the root of an equation.</summary>
internal static class OtherSenses
{
    private static readonly Lazy<Dictionary<string, string[]>> ByWord = new(Read);

    /// <summary>All senses, each once, in a fixed order.</summary>
    public static IReadOnlyList<string> All => [.. ByWord.Value.Values.SelectMany(senses => senses).Distinct()];

    /// <summary>The senses that a word has besides; none for most words.</summary>
    public static IReadOnlyList<string> Of(string word) => ByWord.Value.GetValueOrDefault(word, []);

    /// <summary>The words that have other senses.</summary>
    public static IEnumerable<string> Words => ByWord.Value.Keys;

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(OtherSenses).Assembly.GetManifestResourceStream(
            typeof(OtherSenses), "other-senses.yaml")!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader)
            .ToDictionary(pair => pair.Key, pair => pair.Value.Split("; "), StringComparer.Ordinal);
    }
}
