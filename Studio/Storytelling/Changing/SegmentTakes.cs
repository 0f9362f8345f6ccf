using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Changing;

/// <summary>Gives a segment another take of its picture or of its speech: a new one, or one that there is.</summary>
/// <param name="before">The story before any change: what is there is of its segments.</param>
/// <param name="takes">The pictures that there are of them.</param>
internal sealed class SegmentTakes(Story before, StoryTakes takes)
{
    /// <exception cref="StorySourceException">There is no such take, or no other one can be made; the message says what would
    /// help.</exception>
    public Story Of(Story story, StoryChange change)
    {
        var segment = SegmentPlaces.Require(story, change.SegmentId);
        return SegmentPlaces.Replaced(story, (change.Of, change.Take) switch
        {
            (TakeOf.Voice, { } number) => Heard(segment, number),
            (TakeOf.Voice, null) => SpokenAnew(segment),
            (_, { } number) => Shown(segment, number),
            _ => MadeAnew(story, segment),
        });
    }

    /// <summary>Gives pictures that changes have made others of the same words the next number; other words begin with 1 again.</summary>
    public Story Numbered(Story after) => after with
    {
        Segments = [.. after.Segments.Select(segment => before.Segments.FirstOrDefault(other => other.Id == segment.Id) is { } old
            ? Numbered(old, segment) : segment)],
    };

    private Segment Numbered(Segment old, Segment segment)
    {
        if (old.Title != segment.Title || old.Narration != segment.Narration)
        {
            var sameVoice = old.Narration == segment.Narration ? segment.VoiceTake : null;
            return segment.Take is null && segment.VoiceTake is null ? segment : segment with { Take = null, VoiceTake = sameVoice };
        }

        var isAnother = segment.Take == old.Take && segment.Drawn is null && ForkedSegment.IsShownOtherwise(old, segment);
        return isAnother && takes.Of(segment).Any()
            ? segment with { Take = new PictureTake { Number = takes.NextOf(segment) } } : segment;
    }

    private Segment Shown(Segment segment, int number)
    {
        var there = takes.Of(segment).ToList();
        var take = there.Find(take => take.Number == number) ?? throw new StorySourceException(there.Count == 0
            ? $"there is no picture of {segment.Id} with these words yet."
            : Said($"there is no take {number} of {segment.Id}; there are ")
                + string.Join(", ", there.Select(take => take.Shown ? $"{take.Number} (shown)" : $"{take.Number}")) + ".");
        return !take.Shown
            ? take.ShownIn(segment, takes.NextOf(segment) - 1)
            : throw new StorySourceException(Said($"{segment.Id} shows take {number} already."));
    }

    private Segment MadeAnew(Story story, Segment segment)
    {
        var there = takes.Of(segment).ToList();
        if (there.Count == 0)
        {
            throw new StorySourceException($"there is no picture of {segment.Id} with these words yet, so there is no other one.");
        }

        var number = takes.NextOf(segment);
        var layout = SegmentLayouts.NotShown(story, segment, there).Select(layout => (int?)layout).FirstOrDefault();
        if (layout is null && !takes.IsPainted(segment))
        {
            throw new StorySourceException(NoOther(segment, SegmentLayouts.Of(story, segment)));
        }

        return segment with
        {
            Drawn = null,
            Take = new PictureTake
            {
                Number = number,
                Ordered = takes.IsPainted(segment) ? $"{takes.Order}/{number}" : null,
                Layout = layout ?? 0,
            },
        };
    }

    private static string NoOther(Segment segment, int layouts) =>
        (segment switch
        {
            { Diagram.Kind: DiagramKind.Picture } => $"{segment.Id} shows a picture of your own",
            { Diagram: not null } when layouts == 1 => $"{segment.Id} shows its diagram, which has one form",
            _ when layouts == 1 => $"{segment.Id} can be drawn in one way only",
            _ => $"{segment.Id} has been drawn in all {layouts} ways that there are: choose one of its takes",
        })
        + ". For another picture say what it is to show, bring one of your own, or give it other words"
        + (PaintedIllustrator.CanPaint(segment)
            ? "; a service that paints (images in config/providers.yaml) paints as many as you like." : ".");

    private Segment SpokenAnew(Segment segment)
    {
        RequireAVoice(segment);
        IReadOnlyList<string> orders = before.Segments.FirstOrDefault(other => other.Id == segment.Id)?.VoiceTake?.Orders ?? [];
        var number = orders.Count + 2;
        return segment with { VoiceTake = new VoiceTake { Number = number, Orders = [.. orders, $"{takes.Order}/voice/{number}"] } };
    }

    private static Segment Heard(Segment segment, int number)
    {
        RequireAVoice(segment);
        var last = (segment.VoiceTake?.Orders.Count ?? 0) + 1;
        return number == (segment.VoiceTake?.Number ?? 1)
            ? throw new StorySourceException(Said($"take {number} of {segment.Id} is heard already."))
            : number < 1 || number > last
            ? throw new StorySourceException(Said($"there is no take {number} of the voice of {segment.Id}: there are 1 to {last}."))
            : segment with { VoiceTake = segment.VoiceTake! with { Number = number } };
    }

    private static string Said(FormattableString text) => FormattableString.Invariant(text);

    private static void RequireAVoice(Segment segment)
    {
        if (segment.Recording is not null)
        {
            throw new StorySourceException(
                $"{segment.Id} is heard in your own recording. Choose a voice for it first, or record it again.");
        }
    }
}
