using System.Text.Json;
using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Changing;

/// <summary>The layouts of a segment that is drawn here.</summary>
internal static class SegmentLayouts
{
    /// <summary>How many there are.</summary>
    public static int Of(Story story, Segment segment) =>
        CompositionChooser.LayoutsOf(story, story.Segments.ToList().IndexOf(segment));

    /// <summary>Those that no take shows yet, in their order.</summary>
    /// <param name="story">The story.</param>
    /// <param name="segment">One of its segments.</param>
    /// <param name="takes">The takes that there are of the segment's words.</param>
    public static IEnumerable<int> NotShown(Story story, Segment segment, IEnumerable<SegmentTake> takes)
    {
        var shown = takes.Select(take => take.Segment).Where(other => Subject(other) == Subject(segment))
            .Select(other => other.Take?.Layout ?? 0).ToHashSet();
        return Enumerable.Range(0, Of(story, segment)).Where(layout => !shown.Contains(layout));
    }

    /// <summary>What of a segment decides which layouts it can have.</summary>
    private static string Subject(Segment segment) =>
        JsonSerializer.Serialize((object?[])[segment.Kind, segment.KeyPoints, segment.Diagram, segment.Pictogram]);
}
