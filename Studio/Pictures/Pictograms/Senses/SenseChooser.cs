using System.Collections.Concurrent;

namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>
/// Finds the pictogram whose name lies nearest to a phrase under its heading, a little nearer when a word of the phrase names it. None when
/// even the nearest is far, and none when the phrase does not name the thing by its whole name, as a common noun of few senses. Such a word
/// may still be a manner of speaking: none, then, when the rest of the phrase has nothing to do with the thing, or when the word rather has
/// another sense here. The numbers are calibrated; docs/pictograms.md tells how.
/// </summary>
internal sealed class SenseChooser
{
    /// <summary>What is less like the phrase than this is no picture of it.</summary>
    public const double Threshold = 0.66;

    // The phrase by itself must have to do with the picture; the heading alone is not enough.
    private const double LeastByItself = 0.15;

    // The sense must carry most of it: what words add is not enough.
    private const double LeastSense = 0.55;

    // So must its heading and the other words, where a word names the picture.
    private const double LeastWithoutName = 0.2;

    // The other sense of a word wins when it comes this near to the pictogram's.
    private const double SenseMargin = 0.05;

    // What words add, by what WordChooser gives them: a keyword; the name; a word of the vocabulary; a pair of words, or one that tells
    // what happens.
    private static readonly (double Score, double Bonus)[] Bonuses = [(12, 0.4), (7, 0.25), (4.2, 0.2), (WordChooser.Threshold, 0.05)];

    private readonly PictogramLibrary _library;
    private readonly WordChooser _words;
    private readonly ITextEmbedder _model;
    private readonly PictogramVectors _vectors;
    private readonly ConcurrentDictionary<Phrase, IReadOnlyList<(string Name, double Score)>> _fitting = new();

    /// <param name="library">The pictograms.</param>
    /// <param name="words">Finds what the words of a phrase name.</param>
    /// <param name="model">The model.</param>
    /// <param name="cache">The folder that keeps the vectors of the pictograms.</param>
    public SenseChooser(PictogramLibrary library, WordChooser words, ITextEmbedder model, string cache)
    {
        _library = library;
        _words = words;
        _model = model;
        _vectors = new PictogramVectors(library, model, cache);
    }

    /// <inheritdoc cref="PictogramChooser.Choose"/>
    public FoundPictogram? Choose(Phrase phrase, IReadOnlySet<string>? taken = null) =>
        _fitting.GetOrAdd(phrase, Fitting).Where(fitting => taken is null || !taken.Contains(fitting.Name))
            .Select(fitting => new FoundPictogram(_library.Get(fitting.Name), fitting.Score)).FirstOrDefault();

    /// <inheritdoc cref="PictogramChooser.Nearness"/>
    public double Nearness(string name, IReadOnlyList<string> sentences) =>
        Math.Round(_model.Embed(sentences).Max(sentence => Math.Max(Cosine(sentence, _vectors.Described(name)),
            Cosine(sentence, _vectors.Named[name]))), 3);

    /// <summary>The pictograms above the threshold, the nearest first, up to one that is only named.</summary>
    private List<(string Name, double Score)> Fitting(Phrase phrase)
    {
        var named = _words.Named(phrase.Text).ToDictionary(word => word.Name, word => word.Score, StringComparer.Ordinal);
        var vectors = _model.Embed([phrase.Text, phrase.UnderHeading]);
        return
        [
            .. _vectors.Named
                .Where(picture => Cosine(vectors[0], picture.Value) >= LeastByItself)
                .Select(picture => (Name: picture.Key,
                    Score: Math.Round(Cosine(vectors[1], picture.Value) + Bonus(named.GetValueOrDefault(picture.Key)), 3)))
                .Where(near => near.Score >= Threshold)
                .OrderByDescending(near => near.Score).ThenBy(near => near.Name, StringComparer.Ordinal)
                .TakeWhile(near => (IsDrawnFor(near.Name, named)
                    || (IsNamed(phrase, near.Name) && Cosine(vectors[1], _vectors.Named[near.Name]) >= LeastSense))
                    && IsMeant(phrase, near.Name)),
        ];
    }

    /// <summary>A picture that was drawn for these words, such as the wave for "blue light".</summary>
    private static bool IsDrawnFor(string name, IReadOnlyDictionary<string, double> named) =>
        OwnPictograms.Names.Contains(name) && named.GetValueOrDefault(name) >= Bonuses[0].Score;

    /// <summary>The phrase names the thing by its whole name, and the name has few senses.</summary>
    private static bool IsNamed(Phrase phrase, string name) =>
        new NamedWords(phrase.Text, name) is { IsWhole: true, IsProperName: false } && !OtherSenses.HasMany(name);

    /// <summary>Where the phrase names the pictogram, the thing itself is meant.</summary>
    private bool IsMeant(Phrase phrase, string name)
    {
        var words = new NamedWords(phrase.Text, name);
        if (words.Found.Count == 0)
        {
            return true;
        }

        var vectors = _model.Embed([phrase.InSetting, (phrase with { Text = words.Rest }).InSetting]);
        var pictured = Cosine(vectors[0], _vectors.Named[name]);
        return !words.IsDenied
            && Cosine(vectors[1], _vectors.Described(name)) >= LeastWithoutName
            && !words.Found.SelectMany(OtherSenses.Of)
                .Any(sense => Cosine(vectors[0], _vectors.OtherSense(sense)) > pictured - SenseMargin);
    }

    private static double Bonus(double score) => Bonuses.FirstOrDefault(step => score >= step.Score).Bonus;

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
