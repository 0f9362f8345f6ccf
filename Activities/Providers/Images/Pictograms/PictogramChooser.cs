using System.Text.RegularExpressions;

namespace TemporalVideo.Activities.Providers.Images.Pictograms;

/// <summary>
/// Finds the pictogram that a text is about. A word that the vocabulary knows decides; else the names of the pictograms and, with less weight, their
/// keywords, the less the more pictograms share a keyword. A doubtful match is none.
/// </summary>
internal sealed partial class PictogramChooser(PictogramLibrary library)
{
    /// <summary>Below this score a match is chance.</summary>
    public const double Threshold = 1.2;

    private readonly Dictionary<string, List<(string Name, double Score)>> _index = BuildIndex(library);

    /// <summary>The best pictogram for a text, not among <paramref name="taken"/>; null when nothing fits.</summary>
    /// <param name="text">Words to show; the first ones weigh a little more.</param>
    /// <param name="taken">Names that the picture shows already.</param>
    /// <param name="least">The score that is asked for: 4 takes words of the vocabulary and names of pictograms only.</param>
    public Pictogram? Choose(string text, IReadOnlySet<string>? taken = null, double least = Threshold)
    {
        Dictionary<string, double> scores = new(StringComparer.Ordinal);
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            var weight = 1.0 - (0.3 * i / Math.Max(1, words.Count));
            if (i + 1 < words.Count && Vocabulary.Find($"{words[i]} {words[i + 1]}") is { } pair)
            {
                AddAll(pair, 14 * weight);
                i++;
            }
            else if (Vocabulary.Find(words[i]) is { } known)
            {
                AddAll(known, 10 * weight * Vocabulary.Weight(words[i]));
            }
            else if (!Vocabulary.IsEmpty(words[i]))
            {
                foreach (var form in Forms(words[i]))
                {
                    foreach (var (name, score) in _index.GetValueOrDefault(form, []))
                    {
                        Add(name, score * weight);
                    }
                }
            }
        }

        var best = scores.Where(pair => taken is null || !taken.Contains(pair.Key))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value >= least ? library.Get(best.Key) : null;

        void AddAll(string[] names, double score)
        {
            for (var rank = 0; rank < names.Length; rank++)
            {
                Add(names[rank], score * (1 - (0.1 * rank)));
            }
        }

        void Add(string name, double score) => scores[name] = scores.GetValueOrDefault(name) + score;
    }

    public Pictogram Get(string name) => library.Get(name);

    private static Dictionary<string, List<(string Name, double Score)>> BuildIndex(PictogramLibrary library)
    {
        Dictionary<string, List<(string, double)>> index = new(StringComparer.Ordinal);
        var spread = library.Keywords.SelectMany(pair => pair.Value.Distinct()).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        foreach (var (name, keywords) in library.Keywords)
        {
            Put(name.Replace('-', ' '), name, 6);
            var tokens = name.Split('-');
            foreach (var token in tokens.Where(token => tokens.Length > 1 && !Vocabulary.IsEmpty(token)))
            {
                Put(token, name, 3.0 / tokens.Length);
            }

            foreach (var word in keywords.Where(word => !Vocabulary.IsEmpty(word)))
            {
                Put(word, name, 2.6 / Math.Sqrt(spread[word]));
            }
        }

        return index;

        void Put(string word, string name, double score)
        {
            if (!index.TryGetValue(word, out var list))
            {
                index[word] = list = [];
            }

            list.Add((name, score));
        }
    }

    private static List<string> Words(string text) => [.. WordPattern().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
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
