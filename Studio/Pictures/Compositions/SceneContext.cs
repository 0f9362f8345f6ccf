using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>What a composition draws from: the segment, its brief, the video's palette, and pictograms that are not repeated within the
/// picture.</summary>
internal sealed class SceneContext
{
    private readonly PictogramChooser _chooser;
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly List<ShownPictogram> _found = [];
    private readonly List<HashSet<string>> _sentences;

    // What the video opened with; null in its opening, and in a video without one.
    private readonly Lazy<string?> _opening;

    public SceneContext(Story story, int index, PictogramChooser chooser)
    {
        _chooser = chooser;
        Story = story;
        Segment = InlineFormulas.In(story.Segments[index]);
        Index = index;
        _opening = new(() => index > 0 && story.Segments[0].Kind == SegmentKind.Hook ? new SceneContext(story, 0, chooser).Hero()?.Name
            : null);
        Palette = Palettes.For(story);
        Canvas = Canvas.Of(story.Size);
        Random = new SeededRandom($"{story.Title}/{Segment.Id}/{Segment.Title}");
        Sentences = [.. Segment.Sentences.Select(sentence => sentence.Text)];
        _sentences = [.. Sentences.Select(LessonLibrary.Words)];
    }

    public Story Story { get; }

    public Segment Segment { get; }

    public int Index { get; }

    /// <summary>What the picture is built around; only compositions of a diagram ask.</summary>
    public Diagram Diagram => Segment.Diagram ?? throw new InvalidOperationException($"Segment {Segment.Id} has no diagram.");

    public Palette Palette { get; }

    /// <summary>File of the picture that was painted for the segment; null: it is drawn here.</summary>
    public string? Painting { get; init; }

    /// <summary>Which of its layouts a person has asked for, of those that <see cref="Layouts"/> gives; 0: its own.</summary>
    public int Layout => Segment.Take?.Layout ?? 0;

    /// <summary>The measures of the picture.</summary>
    public Canvas Canvas { get; }

    public SeededRandom Random { get; }

    /// <summary>The sentences of the narration; cues count them.</summary>
    public IReadOnlyList<string> Sentences { get; }

    /// <summary>The pictograms that compositions took so far and did not put back.</summary>
    public IReadOnlyList<ShownPictogram> Shown =>
    [
        .. _found.Where(found => _shown.Contains(found.Name)).DistinctBy(found => found.Name)
            .Select(found => found with { ToSentence = _chooser.Nearness(found.Name, Sentences) }),
    ];

    public int SentenceCount => Math.Max(1, _sentences.Count);

    /// <summary>The sentence that speaks of a label, not before <paramref name="earliest"/>; when none does, the items share out the
    /// narration evenly.</summary>
    public int Cue(string label, int position, int of, int earliest = 0)
    {
        var words = LessonLibrary.Words(label);
        var even = Math.Min(SentenceCount - 1, position * SentenceCount / Math.Max(1, of));
        var best = _sentences.Select((sentence, i) => (Index: i, Shared: words.Count(sentence.Contains)))
            .Where(option => option.Index >= earliest && option.Shared * 2 >= Math.Max(1, words.Count))
            .OrderByDescending(option => option.Shared)
            .ToList();
        return Math.Max(earliest, best.Count > 0 ? best[0].Index : even);
    }

    /// <summary>The sentence that speaks of an item: the one it names, else the one that shares its words; not before <paramref
    /// name="earliest"/>.</summary>
    public int CueOf(DiagramItem item, int position, int of, int earliest = 0) =>
        item.Sentence is { } sentence && sentence >= 0
            && sentence < SentenceCount ? Math.Max(earliest, sentence) : Cue($"{item.Label} {item.Value}", position, of, earliest);

    /// <summary>A sentence, or nothing after the last.</summary>
    public string SentenceAt(int index) => index < Sentences.Count ? Sentences[index] : "";

    /// <summary>The pictogram that the whole segment is about; null when its title names none.</summary>
    /// <remarks>Not the one that the video opened with, so that two scenes do not look alike.</remarks>
    public Pictogram? Hero() => Segment.Pictogram is { } chosen
        ? Chosen(chosen)
        : UnlikeTheOpening(() => TryPicture(Segment.Title));

    /// <summary>Another scene of the same video, before anything is drawn of it.</summary>
    public SceneContext At(int index) => new(Story, index, _chooser);

    /// <summary>Whether the segment's title names a thing that can be shown.</summary>
    public bool NamesAThing => At(Index).Hero() is not null;

    private Pictogram Chosen(string name)
    {
        _shown.Add(name);
        _found.Add(new ShownPictogram(name, Segment.Title, null));
        return _chooser.Get(name);
    }

    private T UnlikeTheOpening<T>(Func<T> choose)
    {
        var isNew = _opening.Value is { } opening && _shown.Add(opening);
        var chosen = choose();
        if (isNew)
        {
            _shown.Remove(_opening.Value!);
        }

        return chosen;
    }

    /// <summary>A pictogram for the first of the texts that surely names one; it is not shown again in this picture. Null when none
    /// does.</summary>
    public Pictogram? Picture(params IReadOnlyList<string> texts) =>
        texts.Select(text => TryPicture(text)).FirstOrDefault(pictogram => pictogram is not null);

    /// <summary>A pictogram for each text, or none at all: a row in which some have one and some do not looks as if something were
    /// missing.</summary>
    public IReadOnlyList<Pictogram?> Pictures(IReadOnlyList<string> texts)
    {
        var before = _shown.ToHashSet();
        var found = texts.Select(text => TryPicture(text)).ToList();
        if (found.TrueForAll(pictogram => pictogram is not null))
        {
            return found;
        }

        _shown.IntersectWith(before);
        return [.. texts.Select(_ => (Pictogram?)null)];
    }

    /// <summary>A pictogram only if a text surely speaks of one.</summary>
    public Pictogram? TryPicture(string text)
    {
        var phrase = new Phrase(text, text == Segment.Title ? Story.Title : Segment.Title, Story.Subject);
        if (_chooser.Choose(phrase, _shown) is not { } found)
        {
            return null;
        }

        _shown.Add(found.Pictogram.Name);
        _found.Add(new ShownPictogram(found.Pictogram.Name, text, found.Similarity));
        return found.Pictogram;
    }

    /// <summary>What each sentence says, in its own words, as it is shown.</summary>
    /// <param name="most">How many texts there is room for.</param>
    public IReadOnlyList<(string Text, int Sentence)> Gist(int most) =>
        [.. SentenceGist.Of(Segment, most).Select(gist => (Set(gist.Text), gist.Sentence))];

    private string Set(string text) => InlineFormulas.In(text, Segment.Formulas);
}
