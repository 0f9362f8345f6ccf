using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Beats;

/// <summary>
/// Orders the parts of a lesson as a shape has its beats. Nothing is added: a beat that the lesson has nothing for is left out and told.
/// A part that leans on the one before it stays behind that one.
/// </summary>
/// <param name="lesson">The lesson.</param>
/// <param name="shape">The shape.</param>
/// <param name="secondsOf">How long a part takes.</param>
internal sealed partial class BeatOrder(Lesson lesson, StoryShape shape, Func<SegmentDraft, double> secondsOf)
{
    /// <summary>About the difference between a diagram that explains and one that only lists.</summary>
    private const double WorthOfABeat = 5;

    private readonly BeatFinder _finder = new(shape.Beats);
    private readonly List<ToldBeat> _order =
        [.. shape.Stages.SelectMany(stage => stage.Beats.Select(beat => new ToldBeat(beat, stage.Name)))];

    /// <summary>The parts in the shape's order, each with its beat, and the beats that there is nothing for.</summary>
    /// <param name="drafts">The parts in the lesson's order.</param>
    public (IReadOnlyList<SegmentDraft> Drafts, ShapeReport Report) Arrange(IReadOnlyList<SegmentDraft> drafts)
    {
        var blocks = Blocks(drafts);
        var told = blocks.Select(block => Told(block, block == blocks[0])).ToList();
        var ordered = blocks.Zip(Places(told), told)
            .OrderBy(entry => shape.Creativity > 0 ? entry.Second : 0)
            .SelectMany(entry => entry.First.Select(draft => draft with { Beat = entry.Third }))
            .ToList();
        var missing = _order.Where(slot => told.All(beat => beat.Name != slot.Name)).DistinctBy(slot => slot.Name)
            .Select(slot => new MissingBeat(slot.Stage!, slot.Name, shape.Beats.First(beat => beat.Name == slot.Name).Needs));
        return (
            shape.Creativity > 0 ? Opened(Weighed(ordered)) : ordered, new ShapeReport(shape.Name, shape.Creativity, [.. missing]));
    }

    /// <summary>Where each block goes: the opening first, a beat that the shape does not have behind what it stood behind.</summary>
    private List<int> Places(List<ToldBeat> told)
    {
        var places = new List<int>();
        for (var i = 0; i < told.Count; i++)
        {
            var place = _order.FindIndex(slot => slot.Name == told[i].Name);
            places.Add(i == 0 && IsOpening(0) ? -1 : place >= 0 ? place : i == 0 ? 0 : places[i - 1]);
        }

        return places;
    }

    private ToldBeat Told(List<SegmentDraft> block, bool isFirst)
    {
        var index = block[0].Section;
        var section = index < lesson.Sections.Count ? lesson.Sections[index] : new LessonSection(block[0].Title, []);
        var name = _finder.Of(section, block, isFirst && IsOpening(index)).Name;
        return _order.FirstOrDefault(slot => slot.Name == name) ?? new ToldBeat(name, null);
    }

    /// <summary>What stands before the first heading, or under the title.</summary>
    private bool IsOpening(int section) => section == 0 && lesson.Sections.Count > 0
        && (lesson.Sections[0].Heading.Length == 0 || StoryBuilder.IsSame(lesson.Sections[0].Heading, lesson.Title));

    /// <summary>What moves as one.</summary>
    private List<List<SegmentDraft>> Blocks(IReadOnlyList<SegmentDraft> drafts)
    {
        var top = lesson.Sections.Where(section => section.Heading.Length > 0).Select(section => section.Level).DefaultIfEmpty(1).Min();
        var parts = shape.Creativity >= StoryShape.MovesParts;
        List<List<SegmentDraft>> blocks = [];
        for (var i = 0; i < drafts.Count; i++)
        {
            if (i == 0 || (Begins(drafts[i - 1], drafts[i], top, parts) && StandsAlone(drafts[i])))
            {
                blocks.Add([]);
            }

            blocks[^1].Add(drafts[i]);
        }

        return blocks;
    }

    private bool Begins(SegmentDraft before, SegmentDraft draft, int top, bool parts) =>
        draft.Section != before.Section
            ? parts || draft.Section >= lesson.Sections.Count || lesson.Sections[draft.Section].Level <= top || IsOpening(before.Section)
            : parts && draft.Group != before.Group && draft.Shown is not null;

    private static bool StandsAlone(SegmentDraft draft) =>
        !Phrases.LeansBack(draft.Said[0].Text) && !Phrases.FollowsInTime(draft.Said[0].Text) && !Numbered().IsMatch(draft.Title)
        && !draft.Said.Any(sentence => PointsBack().IsMatch(sentence.Text));

    /// <summary>Parts of the shape come before others where there is no room for all, until there is enough of their beat.</summary>
    private List<SegmentDraft> Weighed(List<SegmentDraft> drafts)
    {
        var filled = new Dictionary<string, double>();
        return [.. drafts.Select(draft =>
        {
            var beat = draft.Beat!;
            var before = filled.GetValueOrDefault(beat.Name);
            filled[beat.Name] = before + secondsOf(draft);
            return beat.Stage is not null && before < shape.Beats.First(each => each.Name == beat.Name).MostSeconds
                ? draft with { BeatWorth = WorthOfABeat } : draft;
        })];
    }

    /// <summary>What opens the video is its hook, and nothing else is.</summary>
    private static List<SegmentDraft> Opened(List<SegmentDraft> drafts) =>
    [
        .. drafts.Select((draft, i) => i > 0 && draft.Kind == SegmentKind.Hook ? draft with { Kind = SegmentKind.Concept }
            : i == 0 && draft is { Kind: SegmentKind.Concept, Diagram: null } ? draft with { Kind = SegmentKind.Hook } : draft),
    ];

    /// <summary>"Step 2", "3. The end", "Teil II": a heading that counts belongs behind the one before it.</summary>
    [GeneratedRegex(@"^(?:\d+[.):]?\s|[IVX]+[.)]\s"
        + @"|(?:step|part|phase|stage|chapter|schritt|teil|kapitel|étape|partie|paso|parte|passo|capítulo)\s+\w{1,5}\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    /// <summary>The sentence speaks of what stood before.</summary>
    [GeneratedRegex(@"\b(?:above|earlier|previous(?:ly)?|as we (?:saw|have seen)|we (?:saw|have seen) that|the (?:former|latter)"
        + @"|the same way"
        + @"|oben|zuvor|vorhin|bereits gesehen|wie gesehen|ci-dessus|précédent\w*|comme (?:vu|nous l'avons vu)|arriba|anterior\w*"
        + @"|como vimos"
        + @"|sopra|precedent\w*|come abbiamo visto|acima)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PointsBack();
}
