namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>The words of a phrase that also name a pictogram.</summary>
internal sealed class NamedWords
{
    private static readonly HashSet<string> Negations = new(["no", "not", "without", "never", "nor"], StringComparer.Ordinal);

    private static readonly HashSet<string> Articles = new(["a", "an", "the", "any", "more"], StringComparer.Ordinal);

    private readonly List<(string Word, string? Named)> _words;
    private readonly int _parts;
    private readonly string _text;

    /// <param name="text">A phrase of a lesson.</param>
    /// <param name="pictogram">Name of the pictogram, as in <c>nut-and-bolt</c>.</param>
    public NamedWords(string text, string pictogram)
    {
        (_text, _parts) = (text, pictogram.Split('-').Distinct().Count());
        var names = pictogram.Split('-').SelectMany(WordForms.English).ToHashSet(StringComparer.Ordinal);
        _words = [.. WordForms.Words(text).Select(word => (word, WordForms.English(word).FirstOrDefault(names.Contains)))];
    }

    /// <summary>The words, as pictograms are named; empty when the phrase does not name the pictogram.</summary>
    public IReadOnlyList<string> Found => [.. _words.Select(word => word.Named).OfType<string>().Distinct()];

    /// <summary>The phrase has the whole name, not only a part of it.</summary>
    public bool IsWhole => Found.Count == _parts;

    /// <summary>A word that names it is written large within the phrase: the Swan among the stars, not a swan.</summary>
    public bool IsProperName
    {
        get
        {
            var large = _text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(word => char.IsUpper(word[0]))
                .SelectMany(WordForms.Words).ToHashSet(StringComparer.Ordinal);
            return _words.Exists(word => word.Named is not null && large.Contains(word.Word));
        }
    }

    /// <summary>The phrase speaks of the thing as of something that is not there.</summary>
    public bool IsDenied
    {
        get
        {
            var words = _words.Where(word => !Articles.Contains(word.Word)).ToList();
            return words.Zip(words.Skip(1)).Any(pair => pair.Second.Named is not null && Negations.Contains(pair.First.Word));
        }
    }

    /// <summary>What the phrase says besides.</summary>
    public string Rest => string.Join(' ', _words.Where(word => word.Named is null).Select(word => word.Word));
}
