using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Changing;

/// <summary>Segments of a story by their ids, and where they stand.</summary>
internal static class SegmentPlaces
{
    /// <exception cref="StorySourceException">There is no such segment.</exception>
    public static Segment Require(Story story, string? id) =>
        story.Segments.FirstOrDefault(segment => segment.Id == id) ?? throw new StorySourceException(string.IsNullOrEmpty(id)
            ? "name the segment (segmentId)."
            : $"there is no segment '{id}'. The story has {string.Join(", ", story.Segments.Select(segment => segment.Id))}.");

    /// <summary>The place behind a segment; the front for none.</summary>
    public static int Behind(Story story, string? id) =>
        string.IsNullOrEmpty(id) ? 0 : story.Segments.ToList().IndexOf(Require(story, id)) + 1;

    /// <summary>The story with a segment in the place of the one of its id.</summary>
    public static Story Replaced(Story story, Segment segment) => story with
    {
        Segments = [.. story.Segments.Select(other => other.Id == segment.Id ? segment : other)],
    };

    /// <summary>The story with a segment at a place.</summary>
    public static Story Inserted(Story story, Segment segment, int place) => story with
    {
        Segments = [.. story.Segments.Take(place), segment, .. story.Segments.Skip(place)],
    };

    /// <summary>The story with a segment behind another, or at the front.</summary>
    public static Story Moved(Story story, StoryChange change)
    {
        var segment = Require(story, change.SegmentId);
        if (change.After == segment.Id)
        {
            throw new StorySourceException($"{segment.Id} cannot stand behind itself.");
        }

        var rest = story with { Segments = [.. story.Segments.Where(other => other.Id != segment.Id)] };
        return Inserted(rest, segment, Behind(rest, change.After));
    }
}
