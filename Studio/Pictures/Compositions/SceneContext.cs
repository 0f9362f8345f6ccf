using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>What a composition draws from: the segment, its brief, the video's palette, and pictograms that are not repeated within the picture.</summary>
internal sealed class SceneContext
{
    // A sure match for a later text is better than a doubtful one for the first.
    private static readonly double[] Certainty = [4, 2, PictogramChooser.Threshold];

    private readonly PictogramChooser _chooser;
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> _sentences;

    // What the video opened with; null in its opening, and in a video without one.
    private readonly Lazy<string?> _opening;

    public SceneContext(Story story, int index, PictogramChooser chooser)
    {
        _chooser = chooser;
        Story = story;
        Segment = story.Segments[index];
        Index = index;
        _opening = new(() => index > 0 && story.Segments[0].Kind == SegmentKind.Hook ? new SceneContext(story, 0, chooser).Hero().Name : null);
        Palette = Palettes.For(story);
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

    public SeededRandom Random { get; }

    /// <summary>The sentences of the narration; cues count them.</summary>
    public IReadOnlyList<string> Sentences { get; }

    public int SentenceCount => Math.Max(1, _sentences.Count);

    /// <summary>The sentence that speaks of a label, not before <paramref name="earliest"/>; when none does, the items share out the narration evenly.</summary>
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

    /// <summary>A sentence, or nothing after the last.</summary>
    public string SentenceAt(int index) => index < Sentences.Count ? Sentences[index] : "";

    /// <summary>The pictogram that the whole segment is about.</summary>
    /// <remarks>Not the one that the video opened with, so that two scenes do not look alike.</remarks>
    public Pictogram Hero() => UnlikeTheOpening(() => Picture(Segment.Title, string.Join(" ", Segment.KeyPoints), Segment.Narration));

    /// <summary>The pictogram that the title names; null when it names none.</summary>
    public Pictogram? TitlePicture() => UnlikeTheOpening(() => TryPicture(Segment.Title, sure: true));

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

    /// <summary>A pictogram for the first of the texts that has one; it is not shown again in this picture.</summary>
    public Pictogram Picture(params string[] texts)
    {
        var given = texts.Where(text => text.Length > 0).ToList();
        var found = Certainty.SelectMany(least => given.Select(text => _chooser.Choose(text, _shown, least))).FirstOrDefault(pictogram => pictogram is not null) ?? Fallback();
        _shown.Add(found.Name);
        return found;
    }

    /// <summary>A pictogram only if a text speaks of one.</summary>
    /// <param name="text">What is to be shown.</param>
    /// <param name="unlike">Name of a pictogram whose parts would only repeat it ("sun" beside "sun-behind-cloud").</param>
    /// <param name="sure">Only a word that the vocabulary or a pictogram's name knows.</param>
    public Pictogram? TryPicture(string text, string unlike = "", bool sure = false)
    {
        var found = _chooser.Choose(text, new HashSet<string>([.. _shown, .. unlike.Split('-')]), sure ? Certainty[0] : Certainty[1]);
        if (found is not null)
        {
            _shown.Add(found.Name);
        }

        return found;
    }

    private Pictogram Fallback()
    {
        string[] question = Segment.Kind == SegmentKind.Hook ? ["red-question-mark"] : [];
        string[] names = [.. SubjectThings.Of(Story.Subject), .. question, .. Emblems.Names];
        return _chooser.Get(names.FirstOrDefault(name => !_shown.Contains(name)) ?? names[0]);
    }
}
