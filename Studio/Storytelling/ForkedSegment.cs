using System.Text.Json;
using System.Text.Json.Serialization;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>What of a segment a fork makes again; everything else is taken over as it is.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Title">Its title.</param>
/// <param name="Picture">Whether its scene is drawn again.</param>
/// <param name="Narration">Whether it is spoken again.</param>
/// <param name="Clip">Whether its clip is rendered again.</param>
public sealed record ForkedSegment(string SegmentId, string Title, bool Picture, bool Narration, bool Clip)
{
    /// <summary>Whether it has become, or is no longer, the first or the last: such a clip has other pauses at its ends.</summary>
    [JsonIgnore]
    public bool IsAtOtherEnd { get; init; }

    /// <summary>What is made again of each segment of a changed story, in playing order.</summary>
    /// <param name="before">The parent's story.</param>
    /// <param name="after">The changed story.</param>
    /// <param name="from">From which step on everything is made again.</param>
    public static IReadOnlyList<ForkedSegment> Of(Story before, Story after, ForkStep from)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. after.Segments.Select((segment, index) =>
        {
            var old = before.Segments.FirstOrDefault(other => other.Id == segment.Id);
            var all = from is ForkStep.Story or ForkStep.Scenes || old is null;
            var picture = all || Shown(old!) != Shown(segment);
            var narration = all || Said(old!) != Said(segment);
            var moved = Role(before, segment.Id) != Role(after, segment.Id);
            var clip = picture || narration || moved || from == ForkStep.Videos;
            return new ForkedSegment(segment.Id, segment.Title, picture, narration, clip) { IsAtOtherEnd = moved };
        })];
    }

    private static string Shown(Segment segment) => JsonSerializer.Serialize(segment with { Voice = null, Recording = null, Drawn = null });

    private static string Said(Segment segment) =>
        JsonSerializer.Serialize((object?[])[segment.Voice, segment.Recording, segment.Sentences]);

    /// <summary>The first clip is not faded in, the last one is faded out.</summary>
    private static (bool First, bool Last) Role(Story story, string id) =>
        (story.Segments[0].Id == id, story.Segments[^1].Id == id);
}
