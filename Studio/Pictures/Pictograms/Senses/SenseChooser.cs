using System.Collections.Concurrent;

namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>
/// Finds the pictogram whose name lies nearest to a phrase under its heading, a little nearer when a word of the phrase names it. None when
/// even the nearest is far, and none when the word that names it rather has another sense here. The numbers are calibrated;
/// docs/pictograms.md tells how.
/// </summary>
internal sealed class SenseChooser
{
    /// <summary>What is less like the phrase than this is no picture of it.</summary>
    public const double Threshold = 0.66;

    // The phrase by itself must have to do with the picture; the heading alone is not enough.
    private const double LeastByItself = 0.15;

    // The other sense of a word wins when it comes this near to the pictogram's.
    private const double SenseMargin = 0.05;

    // A word that may name the pictogram, and one that surely does.
    private const double Named = 0.1;
    private const double SurelyNamed = 0.2;
    private const double SureScore = 4.2;

    private readonly PictogramLibrary _library;
    private readonly WordChooser _words;
    private readonly ITextEmbedder _model;
    private readonly Dictionary<string, float[]> _pictures;
    private readonly Dictionary<string, float[]> _otherSenses;
    private readonly ConcurrentDictionary<Phrase, IReadOnlyList<(string Name, double Score, double Similarity)>> _near = new();

    public SenseChooser(PictogramLibrary library, WordChooser words, ITextEmbedder model, string cache)
    {
        _library = library;
        _words = words;
        _model = model;
        var names = library.Names;
        var senses = OtherSenses.All;
        var vectors = KnownTexts.Embed(model, [.. names.Select(name => name.Replace('-', ' ')), .. senses], cache);
        _pictures = names.Select((name, i) => (name, vectors[i])).ToDictionary(StringComparer.Ordinal);
        _otherSenses = senses.Select((sense, i) => (sense, vectors[names.Count + i])).ToDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc cref="PictogramChooser.Choose"/>
    public FoundPictogram? Choose(Phrase phrase, IReadOnlySet<string>? taken = null)
    {
        foreach (var (name, _, similarity) in _near.GetOrAdd(phrase, Near))
        {
            if (taken is null || !taken.Contains(name))
            {
                return new FoundPictogram(_library.Get(name), Math.Round(similarity, 3));
            }
        }

        return null;
    }

    /// <summary>The pictograms above the threshold, the nearest first, up to one whose word has another sense.</summary>
    private List<(string Name, double Score, double Similarity)> Near(Phrase phrase)
    {
        var words = _words.Named(phrase.Text).ToDictionary(named => named.Name, named => named.Score, StringComparer.Ordinal);
        var vectors = _model.Embed([phrase.Text, phrase.UnderHeading]);
        var ranked = _pictures
            .Where(picture => Cosine(vectors[0], picture.Value) >= LeastByItself)
            .Select(picture => (Name: picture.Key, Similarity: Cosine(vectors[1], picture.Value)))
            .Select(near => (near.Name, Score: near.Similarity + Bonus(words.GetValueOrDefault(near.Name)), near.Similarity))
            .Where(near => near.Score >= Threshold)
            .OrderByDescending(near => Math.Round(near.Score, 4)).ThenBy(near => near.Name, StringComparer.Ordinal)
            .ToList();
        return ranked.Count == 0 ? [] : [.. ranked.TakeWhile(near => !MeansAnother(phrase, near.Name))];
    }

    private bool MeansAnother(Phrase phrase, string name)
    {
        var senses = OtherSenses.Of(phrase.Text, name).ToList();
        if (senses.Count == 0)
        {
            return false;
        }

        var context = _model.Embed([phrase.InSubject])[0];
        var pictured = Cosine(context, _pictures[name]);
        return senses.Exists(sense => Cosine(context, _otherSenses[sense]) > pictured - SenseMargin);
    }

    private static double Bonus(double score) => score >= SureScore ? SurelyNamed : score >= WordChooser.Threshold ? Named : 0;

    // Vectors have length 1.
    private static double Cosine(float[] one, float[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
