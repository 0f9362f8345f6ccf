using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Which picture of a segment its scene is, where there was another one of the same words before it.</summary>
public sealed record PictureTake
{
    /// <summary>The most takes that are kept of a segment's picture, the one that is shown included.</summary>
    public const int Most = 10;

    /// <summary>Its number; a first picture, of which nothing is said, is number 1.</summary>
    [JsonPropertyName("number")]
    public required int Number { get; init; }

    /// <summary>The highest number that there is, where an earlier take is shown; default 0: this one's.</summary>
    [JsonPropertyName("last"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Last { get; init; }

    /// <summary>
    /// The order by which it is painted anew; the same order is painted once. Null: a painting of the same words that was paid for before
    /// serves as well.
    /// </summary>
    [JsonPropertyName("ordered"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ordered { get; init; }

    /// <summary>Which of the layouts that the segment can have, where it is drawn and not painted; default 0, its own.</summary>
    [JsonPropertyName("layout"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Layout { get; init; }

    /// <summary>What a picture is that takes the place of a segment's, after a person's word: the next one, laid out as that one.</summary>
    /// <param name="take">The one before; null: the first.</param>
    public static PictureTake After(PictureTake? take) =>
        new() { Number = Math.Max(take?.Number ?? 1, take?.Last ?? 0) + 1, Layout = take?.Layout ?? 0 };
}

/// <summary>Which speech of a segment is heard, where a service has spoken it more than once.</summary>
public sealed record VoiceTake
{
    /// <summary>Its number; 1 is the first.</summary>
    [JsonPropertyName("number")]
    public required int Number { get; init; }

    /// <summary>The orders by which it was spoken anew: take 2 by the first. The same order is spoken once.</summary>
    [JsonPropertyName("orders")]
    public required IReadOnlyList<string> Orders { get; init; }

    /// <summary>The order of this one; null for the first take.</summary>
    [JsonIgnore]
    public string? Ordered => Number > 1 ? Orders[Number - 2] : null;
}

/// <summary>Where a scene comes from; it is kept with the scene.</summary>
/// <param name="Maker">Who made it, as illustrators name themselves; null: an earlier release, which did not say.</param>
/// <param name="At">When; null: an earlier release, which did not say.</param>
/// <param name="Segment">What it shows: the segment, without how it is heard.</param>
public sealed record SceneOrigin(string? Maker, DateTimeOffset? At, Segment Segment);

/// <summary>A picture of a segment that is in the object store.</summary>
public sealed record SegmentTake
{
    /// <summary>Its number within the segment, counted from 1; it keeps it in forks.</summary>
    public required int Number { get; init; }

    /// <summary>Whether the video shows it, or will.</summary>
    public required bool Shown { get; init; }

    /// <summary>Whether its files are there; where they are not, it is made again, of the same, when it is chosen.</summary>
    public required bool Stored { get; init; }

    /// <summary>What it is made of and who made it; null when that was not kept.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Who made it, as illustrators name themselves; null: an earlier release, which did not say.</summary>
    public string? Maker { get; init; }

    /// <summary>When; null: an earlier release, which did not say.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What it cost when it was made, in US dollars.</summary>
    public decimal Cost { get; init; }

    /// <summary>The segment that it shows.</summary>
    public required Segment Segment { get; init; }

    /// <summary>The segment as it is when it shows this take: the picture is the take's, all else is the segment's.</summary>
    /// <param name="segment">A segment of the same words.</param>
    /// <param name="last">The highest number of the segment's takes.</param>
    public Segment ShownIn(Segment segment, int last)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return Segment with
        {
            Sentences = segment.Sentences,
            Voice = segment.Voice,
            VoiceTake = segment.VoiceTake,
            Recording = segment.Recording,
            Duration = segment.Duration,
            Beat = segment.Beat,
            Take = (Segment.Take ?? new PictureTake { Number = Number }) with { Last = last },
            Drawn = Stored ? Fingerprint : null,
        };
    }

    /// <summary>Whether it is of the same words as a segment: only then it can be its picture.</summary>
    /// <param name="segment">The segment.</param>
    public bool IsOf(Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return Segment.Title == segment.Title && Segment.Narration == segment.Narration;
    }
}
