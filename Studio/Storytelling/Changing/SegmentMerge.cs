using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Changing;

/// <summary>Makes one segment of two that follow each other: it says what both said; one picture shows one diagram.</summary>
internal static class SegmentMerge
{
    /// <exception cref="StorySourceException">There is none behind it.</exception>
    public static Story Of(Story story, StoryChange change)
    {
        var first = SegmentPlaces.Require(story, change.SegmentId);
        var place = SegmentPlaces.Behind(story, first.Id);
        if (place == story.Segments.Count)
        {
            throw new StorySourceException($"{first.Id} is the last segment: there is none behind it to merge it with.");
        }

        var second = story.Segments[place];
        var merged = first with
        {
            Title = string.IsNullOrWhiteSpace(change.Title) ? first.Title : change.Title.Trim(),
            Sentences = [.. first.Sentences, .. second.Sentences],
            KeyPoints = [.. first.KeyPoints.Concat(second.KeyPoints).Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(StoryBuilder.MostKeyPoints)],
            Diagram = first.Diagram ?? Later(second.Diagram, first.Sentences.Count),
            Formulas = [.. first.Formulas, .. second.Formulas],
            Reading = Math.Max(first.Reading, second.Reading),
            Duration = first.Duration + second.Duration,
            Drawn = null,
            Recording = null,
        };
        merged = merged with { GuidedBy = null, VisualGuidance = VisualGuidance.Of(story.Title, story.Subject, merged) };
        var segments = story.Segments.Where(segment => segment.Id != second.Id)
            .Select(segment => segment.Id == first.Id ? merged : segment);
        return story with
        {
            Segments = [.. segments],
            NotInVideo = first.Diagram is not null && second.Diagram is { } lost
                ? [.. story.NotInVideo, new NotInVideo(
                    0, $"The picture of \"{second.Title}\" ({lost.Kind})", "merged into a segment that shows another")]
                : story.NotInVideo,
        };
    }

    private static Diagram? Later(Diagram? diagram, int sentences) => diagram is null ? null : diagram with
    {
        Items = [.. diagram.Items.Select(item => item with { Sentence = item.Sentence + sentences })],
    };
}
