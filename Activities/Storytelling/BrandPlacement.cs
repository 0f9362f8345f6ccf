using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>
/// Says where pictures of a brand come: a product into the first scene that speaks of it, a character to the painter of all scenes that do,
/// or, where nothing is painted, into a scene as a product does.
/// </summary>
/// <param name="isPainted">Whether a segment is painted by pictures that are shown to the painter.</param>
internal sealed class BrandPlacement(Func<SceneRequest, bool> isPainted)
{
    private readonly List<string> _notes = [];
    private readonly List<LookPicture> _references = [];

    /// <summary>What became of each picture, for people.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Those that painted scenes keep to.</summary>
    public IReadOnlyList<LookPicture> References => _references;

    /// <summary>The story with them in it.</summary>
    public Story In(Story story, BrandPictures brand)
    {
        story = story with { Logo = brand.Logo };
        foreach (var (index, picture) in brand.Pictures.Index())
        {
            var reference = new LookPicture($"brand{index + 1}", picture.Alt, picture.Key, null);
            if (picture.IsCharacter && PaintedBy(story, reference) is { Count: > 0 } characters)
            {
                _notes.Add($"The painter of {string.Join(", ", characters)} is shown the picture of {picture.Alt}.");
                _references.Add(reference);
                continue;
            }

            story = Shown(story, picture, reference);
            if (!picture.IsCharacter && PaintedBy(story, reference).Count > 0)
            {
                _references.Add(reference);
            }
        }

        return story;
    }

    private Story Shown(Story story, BrandPicture picture, LookPicture named)
    {
        var place = story.Segments.ToList().FindIndex(segment =>
            segment is { Diagram: null, Drawn: null, Kind: not (SegmentKind.Hook or SegmentKind.Conclusion) }
            && named.IsNamedIn($"{segment.Title} {segment.Narration}"));
        if (place < 0)
        {
            _notes.Add($"The picture of {picture.Alt} is not shown: no scene that is free for it speaks of it by that name.");
            return story;
        }

        var segments = story.Segments.ToList();
        segments[place] = segments[place] with
        {
            Diagram = new Diagram { Kind = DiagramKind.Picture, Picture = picture.Key, Caption = picture.Alt },
            KeyPoints = [],
        };
        _notes.Add($"{segments[place].Id} shows the picture of {picture.Alt}.");
        return story with { Segments = segments };
    }

    private List<string> PaintedBy(Story story, LookPicture picture) =>
    [
        .. story.Segments.Where((segment, index) =>
            picture.IsNamedIn($"{segment.Title} {segment.VisualGuidance} {segment.Narration}")
            && isPainted(new SceneRequest { Story = story, Index = index })).Select(segment => segment.Id),
    ];
}
