using System.Collections.Concurrent;
using TemporalVideo.Studio.Pictures.Pictograms;

namespace TemporalVideo.Studio.Tests.Pictures.Pictograms;

/// <summary>What a chooser makes of labelled phrases.</summary>
/// <param name="Phrases">How many there are.</param>
/// <param name="Possible">For how many of them a pictogram is acceptable.</param>
/// <param name="Right">How many got an acceptable one.</param>
/// <param name="Wrong">What was chosen wrongly, for reading.</param>
internal sealed record PictogramMeasure(int Phrases, int Possible, int Right, IReadOnlyList<string> Wrong)
{
    private static readonly ConcurrentDictionary<string, WordChooser> WordChoosers = new(StringComparer.Ordinal);

    public int Shown => Right + Wrong.Count;

    /// <summary>Of the pictograms that are shown, the share that is right.</summary>
    public double Precision => Shown == 0 ? 1 : (double)Right / Shown;

    /// <summary>Of the phrases that a pictogram could stand beside, the share that has a right one.</summary>
    public double Coverage => (double)Right / Possible;

    public static PictogramMeasure Of(IReadOnlyList<LabelledPhrase> phrases, Func<LabelledPhrase, string?> choose)
    {
        var chosen = phrases.Select(phrase => (Phrase: phrase, Name: choose(phrase))).Where(pair => pair.Name is not null).ToList();
        return new PictogramMeasure(
            phrases.Count,
            phrases.Count(phrase => phrase.Acceptable.Count > 0),
            chosen.Count(pair => pair.Phrase.Acceptable.Contains(pair.Name!)),
            [.. chosen.Where(pair => !pair.Phrase.Acceptable.Contains(pair.Name!))
                .Select(pair => $"{pair.Phrase.Phrase.Heading} | {pair.Phrase.Phrase.Text}: {pair.Name}")]);
    }

    public static string? BySense(LabelledPhrase phrase) => PictogramChooser.For(phrase.Language).Choose(phrase.Phrase)?.Pictogram.Name;

    /// <summary>As it was before senses were asked: by words, where they surely name a pictogram.</summary>
    public static string? ByWords(LabelledPhrase phrase) =>
        WordChoosers.GetOrAdd(phrase.Language, language => new WordChooser(PictogramLibrary.Shipped.Value, language))
            .Choose(phrase.Phrase.Text, null, 4.2)?.Name;

    public override string ToString() => FormattableString.Invariant(
        $"{Phrases} phrases, {Shown} pictograms, {Right} right: precision {Precision:P1}, coverage {Coverage:P1} of {Possible}");
}
