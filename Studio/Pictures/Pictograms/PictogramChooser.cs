using System.Collections.Concurrent;
using TemporalVideo.Studio.Pictures.Pictograms.Senses;

namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>
/// Finds the pictogram that a phrase is about: in English by its sense, in other languages by their own words for the pictograms. A
/// doubtful match is none.
/// </summary>
internal sealed class PictogramChooser
{
    // A word that the vocabulary knows, or the whole name of a pictogram: anything less is a guess, and a guess is no picture.
    private const double Sure = 4.2;

    private static readonly ConcurrentDictionary<string, PictogramChooser> ByLanguage = new(StringComparer.Ordinal);

    private readonly PictogramLibrary _library;
    private readonly WordChooser _words;
    private readonly Lazy<SenseChooser>? _senses;

    private PictogramChooser(PictogramLibrary library, string language)
    {
        _library = library;
        _words = new WordChooser(library, language);
        _senses = language == "en" ? new(() => new SenseChooser(library, _words, SentenceModel.Shipped.Value, KnownTexts.Folder)) : null;
    }

    /// <summary>The chooser for texts in a language.</summary>
    /// <param name="language">An IETF tag.</param>
    public static PictogramChooser For(string language) =>
        ByLanguage.GetOrAdd(Primary(language), known => new PictogramChooser(PictogramLibrary.Shipped.Value, known));

    /// <summary>A language without its region, as the words are filed.</summary>
    public static string Primary(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "nb" or "nn" => "no",
        var primary => primary,
    };

    /// <summary>The pictogram for a phrase, not among <paramref name="taken"/>; null when none surely fits.</summary>
    /// <param name="phrase">Words to show.</param>
    /// <param name="taken">Names that the picture shows already.</param>
    public FoundPictogram? Choose(Phrase phrase, IReadOnlySet<string>? taken = null) =>
        !phrase.Text.Any(char.IsLetter) ? null
            : _senses is not null ? _senses.Value.Choose(phrase, taken)
            : _words.Choose(phrase.Text, taken, Sure) is { } found ? new FoundPictogram(found, null)
            : null;

    /// <summary>How near a pictogram's meaning lies to the nearest of some sentences; null where senses are not known.</summary>
    public double? Nearness(string name, IReadOnlyList<string> sentences) =>
        sentences.Count == 0 ? null : _senses?.Value.Nearness(name, sentences);

    public Pictogram Get(string name) => _library.Get(name);
}
