using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>The pictures that there are of a story's segments, and who would make another one.</summary>
public sealed record StoryTakes
{
    /// <summary>None at all, as before anything is drawn.</summary>
    public static StoryTakes None { get; } = new();

    /// <summary>The takes of each segment by number, by the segment's id; default none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SegmentTake>> Kept { get; init; } =
        new Dictionary<string, IReadOnlyList<SegmentTake>>();

    /// <summary>Whether a service paints what can be painted: then another picture is a matter of asking it again. Default no.</summary>
    public bool ArePainted { get; init; }

    /// <summary>Name of the order that wants other takes; the same order is done once. Default empty: nothing is ordered yet.</summary>
    public string Order { get; init; } = "";

    /// <summary>The takes of a segment's words, by number.</summary>
    internal IEnumerable<SegmentTake> Of(Segment segment) =>
        Kept.GetValueOrDefault(segment.Id, []).Where(take => take.IsOf(segment));

    internal int NextOf(Segment segment) => Kept.GetValueOrDefault(segment.Id, []).Select(take => take.Number).DefaultIfEmpty().Max() + 1;

    /// <summary>Whether a service paints the segment.</summary>
    internal bool IsPainted(Segment segment) => ArePainted && PaintedIllustrator.CanPaint(segment);
}
