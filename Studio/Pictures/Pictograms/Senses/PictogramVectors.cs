namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>Where the pictograms, and the other senses of the words that name them, lie among all meanings.</summary>
internal sealed class PictogramVectors
{
    // More of a pictogram's words would be hints at what it is used for in chats.
    private const int MostKeywords = 10;

    private readonly Dictionary<string, float[]> _described;
    private readonly Dictionary<string, float[]> _otherSenses;

    /// <param name="library">The pictograms.</param>
    /// <param name="model">The model.</param>
    /// <param name="cache">The folder that keeps the vectors.</param>
    public PictogramVectors(PictogramLibrary library, ITextEmbedder model, string cache)
    {
        var names = library.Names;
        var senses = OtherSenses.All;
        var vectors = KnownTexts.Embed(
            model,
            [.. names.Select(Shows), .. names.Select(name => Described(name, library.Keywords.GetValueOrDefault(name, []))), .. senses],
            cache);
        Named = ByText(names, vectors.Take(names.Count));
        _described = ByText(names, vectors.Skip(names.Count).Take(names.Count));
        _otherSenses = ByText(senses, vectors.Skip(2 * names.Count));
    }

    /// <summary>The pictograms by what they show.</summary>
    public IReadOnlyDictionary<string, float[]> Named { get; }

    /// <summary>A pictogram by its name and what it is also called.</summary>
    public float[] Described(string name) => _described[name];

    public float[] OtherSense(string sense) => _otherSenses[sense];

    private static Dictionary<string, float[]> ByText(IReadOnlyList<string> texts, IEnumerable<float[]> vectors) =>
        texts.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    /// <summary>What a pictogram shows, in words: its name, unless that says too little.</summary>
    private static string Shows(string name) => name switch
    {
        "bill" => "bill of exchange",
        "rising" => "rising water vapour",
        "scatter" => "light that is scattered",
        "short-wave" => "short wave of light",
        "long-wave" => "long wave of light",
        _ => name.Replace('-', ' '),
    };

    private static string Described(string name, string[] keywords)
    {
        var shows = Shows(name);
        var others = keywords.Where(word => word != shows).Take(MostKeywords).ToList();
        return others.Count == 0 ? shows : $"{shows}: {string.Join(", ", others)}";
    }
}
