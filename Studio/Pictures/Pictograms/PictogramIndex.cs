namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>Which pictograms a word may mean, and how surely.</summary>
internal sealed class PictogramIndex
{
    private const double WholeName = 6;
    private const double PartOfName = 3;
    private const double Keyword = 2.6;

    private readonly Dictionary<string, List<(string Name, double Score)>> _scores = new(StringComparer.Ordinal);

    private PictogramIndex()
    {
    }

    /// <summary>By the English names of the pictograms and their English keywords.</summary>
    public static PictogramIndex English(PictogramLibrary library)
    {
        var index = new PictogramIndex();
        foreach (var (name, _) in library.Keywords)
        {
            index.AddName(name, name.Replace('-', ' '));
        }

        index.AddKeywords(library.Keywords.Select(pair => (pair.Key, (IEnumerable<string>)pair.Value)));
        return index;
    }

    /// <summary>By the names and keywords that Unicode collects for another language.</summary>
    public static PictogramIndex Of(IReadOnlyDictionary<string, AnnotatedWords> annotations)
    {
        var index = new PictogramIndex();
        foreach (var (name, words) in annotations)
        {
            index.AddName(name, words.Title);
        }

        index.AddKeywords(annotations.Select(pair => (pair.Key, pair.Value.Keywords.AsEnumerable())));
        return index;
    }

    /// <summary>The pictograms of a word; none for most words.</summary>
    public IReadOnlyList<(string Name, double Score)> Find(string word) => _scores.GetValueOrDefault(word) ?? [];

    private void AddName(string pictogram, string name)
    {
        Add(name, pictogram, WholeName);
        var tokens = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var token in tokens.Where(_ => tokens.Length > 1))
        {
            Add(token, pictogram, PartOfName / tokens.Length);
        }
    }

    /// <summary>The more pictograms share a keyword, the less it says.</summary>
    private void AddKeywords(IEnumerable<(string Pictogram, IEnumerable<string> Keywords)> all)
    {
        foreach (var word in all.SelectMany(pair => pair.Keywords.Select(keyword => (Keyword: keyword, pair.Pictogram)))
            .GroupBy(pair => pair.Keyword))
        {
            foreach (var (keyword, pictogram) in word)
            {
                Add(keyword, pictogram, Keyword / Math.Sqrt(word.Select(pair => pair.Pictogram).Distinct().Count()));
            }
        }
    }

    private void Add(string word, string pictogram, double score)
    {
        if (Vocabulary.IsEmpty(word))
        {
            return;
        }

        if (!_scores.TryGetValue(word, out var list))
        {
            _scores[word] = list = [];
        }

        list.Add((pictogram, score));
    }
}
