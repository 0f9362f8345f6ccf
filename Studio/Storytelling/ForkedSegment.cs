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

    /// <summary>The take that is shown in place of its picture, with the bytes that it has; null: the picture is drawn, or stays.</summary>
    public int? Take { get; init; }

    /// <summary>Whether it is spoken as it was spoken and paid for before, so that its narration costs nothing.</summary>
    [JsonIgnore]
    public bool IsHeardBefore { get; init; }

    /// <summary>The takes that go along beside the one that is shown, by number.</summary>
    [JsonIgnore]
    public IReadOnlyList<SegmentTake> Kept { get; init; } = [];

    /// <summary>The takes that do not go along, because there are too many or they are of other words, by number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Gone { get; init; }

    /// <summary>What is made again of each segment of a changed story, in playing order.</summary>
    /// <param name="before">The parent's story.</param>
    /// <param name="after">The changed story.</param>
    /// <param name="from">From which step on everything is made again.</param>
    /// <param name="takes">The pictures that there are of the parent's segments; null: none.</param>
    public static IReadOnlyList<ForkedSegment> Of(Story before, Story after, ForkStep from, StoryTakes? takes = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. after.Segments.Select((segment, index) =>
        {
            var old = before.Segments.FirstOrDefault(other => other.Id == segment.Id);
            var all = from is ForkStep.Story or ForkStep.Scenes || old is null;
            var others = !all && IsShownOtherwise(old!, segment);
            var chosen = others && segment.Drawn is not null;
            var picture = all || (others && !chosen);
            var narration = all || Said(old!) != Said(segment);
            var moved = Role(before, segment.Id) != Role(after, segment.Id);
            var clip = picture || chosen || narration || moved || from == ForkStep.Videos;
            return WithTakes(
                new ForkedSegment(segment.Id, segment.Title, picture, narration, clip)
                {
                    IsAtOtherEnd = moved,
                    IsHeardBefore = !all && IsVoiceTakeOf(old!, segment),
                    Take = chosen ? segment.Take?.Number ?? 1 : null,
                },
                segment, others, takes ?? StoryTakes.None);
        })];
    }

    /// <summary>Whether two states of a segment have different pictures.</summary>
    internal static bool IsShownOtherwise(Segment one, Segment other) => Shown(one) != Shown(other);

    /// <summary>Whether nothing but the take of the voice is another, and it is one that there is.</summary>
    private static bool IsVoiceTakeOf(Segment old, Segment segment) =>
        Said(old) != Said(segment) && Said(old with { VoiceTake = segment.VoiceTake }) == Said(segment)
        && (segment.VoiceTake?.Ordered is not { } order || old.VoiceTake?.Orders.Contains(order) == true);

    /// <summary>A picture that gives way to another of the same words is kept, beside those that were kept before.</summary>
    private static ForkedSegment WithTakes(ForkedSegment part, Segment segment, bool givesWay, StoryTakes takes)
    {
        var there = takes.Kept.GetValueOrDefault(part.SegmentId, []);
        var number = segment.Take?.Number ?? 1;
        var beside = takes.Of(segment).Where(take => take.Number != number && (givesWay || !take.Shown)).ToList();
        IReadOnlyList<SegmentTake> kept = [.. beside.TakeLast(PictureTake.Most - 1)];
        IReadOnlyList<int> gone =
        [
            .. there.Where(take => (!take.Shown && take.Number != number) || beside.Contains(take)).Except(kept)
                .Select(take => take.Number),
        ];
        return part with { Kept = kept, Gone = gone.Count > 0 ? gone : null };
    }

    private static string Shown(Segment segment) =>
        JsonSerializer.Serialize(segment with { Voice = null, VoiceTake = null, Recording = null, Drawn = null });

    private static string Said(Segment segment) =>
        JsonSerializer.Serialize((object?[])[segment.Voice, segment.VoiceTake?.Ordered, segment.Recording, segment.Sentences]);

    /// <summary>The first clip is not faded in, the last one is faded out.</summary>
    private static (bool First, bool Last) Role(Story story, string id) =>
        (story.Segments[0].Id == id, story.Segments[^1].Id == id);
}
