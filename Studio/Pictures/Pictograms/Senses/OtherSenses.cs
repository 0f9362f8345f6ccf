using YamlDotNet.Serialization;

namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>What the words that pictograms are called by mean elsewhere: a cookie of a web browser, the root of an equation.</summary>
internal static class OtherSenses
{
    private static readonly Lazy<Dictionary<string, string[]>> ByWord = new(Read);

    /// <summary>All senses, each once, in a fixed order.</summary>
    public static IReadOnlyList<string> All => [.. ByWord.Value.Values.SelectMany(senses => senses).Distinct()];

    /// <summary>The senses of the words of a text that also call a pictogram.</summary>
    /// <param name="text">A phrase of a lesson.</param>
    /// <param name="pictogram">Name of the pictogram, as in <c>nut-and-bolt</c>.</param>
    public static IEnumerable<string> Of(string text, string pictogram)
    {
        var names = pictogram.Split('-').SelectMany(WordForms.English).ToHashSet(StringComparer.Ordinal);
        return WordForms.Words(text).SelectMany(WordForms.English).Where(names.Contains).Distinct()
            .SelectMany(word => ByWord.Value.GetValueOrDefault(word, []));
    }

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(OtherSenses).Assembly.GetManifestResourceStream(
            typeof(OtherSenses), "other-senses.yaml")!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader)
            .ToDictionary(pair => pair.Key, pair => pair.Value.Split("; "), StringComparer.Ordinal);
    }
}
