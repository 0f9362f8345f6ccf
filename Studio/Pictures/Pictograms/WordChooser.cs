namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>
/// Finds the pictogram that a text is about. A word that the vocabulary knows decides; else the names of the pictograms and, with less
/// weight, their
/// keywords, the less the more pictograms share a keyword. A doubtful match is none.
/// </summary>
/// <param name="library">The pictograms.</param>
/// <param name="language">Language of the texts as an IETF tag. The vocabulary knows English and German; for others Unicode's words
/// decide.</param>
internal sealed class WordChooser(PictogramLibrary library, string language = "en")
{
    /// <summary>Below this score a match is chance.</summary>
    public const double Threshold = 1.2;

    // One word of a longer name is not enough: a train is no "light" thing because it is called light rail.
    private const double ThresholdWithoutVocabulary = 2;

    private static readonly HashSet<string> Articles = new(
        ("une les des aux est son que qui dans pour avec plus una uno los las del con por para más como gli dei della delle che non uma "
            + "dos das com não het een van voor met niet").Split(' '),
        StringComparer.Ordinal);

    private readonly PictogramIndex _index = Index(library, PictogramChooser.Primary(language));
    private readonly bool _hasVocabulary = PictogramChooser.Primary(language) is "en" or "de";
    private readonly bool _isEnglish = PictogramChooser.Primary(language) == "en";

    /// <summary>The best pictogram for a text, not among <paramref name="taken"/>; null when nothing fits.</summary>
    /// <param name="text">Words to show; the first ones weigh a little more.</param>
    /// <param name="taken">Names that the picture shows already.</param>
    /// <param name="least">The score that is asked for: 4 takes words of the vocabulary and names of pictograms only.</param>
    public Pictogram? Choose(string text, IReadOnlySet<string>? taken = null, double least = Threshold)
    {
        var best = Named(text).Where(pair => taken is null || !taken.Contains(pair.Name)).FirstOrDefault();
        return best.Score >= (_hasVocabulary ? least : Math.Max(least, ThresholdWithoutVocabulary)) ? library.Get(best.Name) : null;
    }

    /// <summary>The pictograms that the words of a text may name, the likeliest first.</summary>
    public IEnumerable<(string Name, double Score)> Named(string text)
    {
        Dictionary<string, double> scores = new(StringComparer.Ordinal);
        var words = WordForms.Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            var weight = 1.0 - (0.3 * i / Math.Max(1, words.Count));
            if (_hasVocabulary && i + 1 < words.Count && Vocabulary.Find($"{words[i]} {words[i + 1]}") is { } pair)
            {
                AddAll(pair, 14 * weight);
                i++;
            }
            else if (_hasVocabulary && Vocabulary.Find(words[i]) is { } known)
            {
                AddAll(known, 10 * weight * Vocabulary.Weight(words[i]));
            }
            else if (!Vocabulary.IsEmpty(words[i]) && (_hasVocabulary || !Articles.Contains(words[i])))
            {
                foreach (var form in _isEnglish ? WordForms.English(words[i]) : Forms(words[i]))
                {
                    foreach (var (name, score) in _index.Find(form))
                    {
                        Add(name, score * weight);
                    }
                }
            }
        }

        return scores.Select(pair => (pair.Key, pair.Value))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

        void AddAll(string[] names, double score)
        {
            for (var rank = 0; rank < names.Length; rank++)
            {
                Add(names[rank], score * (1 - (0.1 * rank)));
            }
        }

        void Add(string name, double score) => scores[name] = scores.GetValueOrDefault(name) + score;
    }

    private static PictogramIndex Index(PictogramLibrary library, string language) =>
        language != "en" && library.Annotations(language) is { } annotations ? PictogramIndex.Of(annotations)
            : PictogramIndex.English(library);

    /// <summary>The word, and what is left of it without an ending of one or two letters.</summary>
    private static IEnumerable<string> Forms(string word) =>
        Enumerable.Range(0, word.Length > 5 ? 3 : word.Length > 4 ? 2 : 1).Select(letters => word[..^letters]);
}
