using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>A person's decision: to approve, or to ask for a revision.</summary>
public sealed record Review
{
    /// <summary>What is decided on.</summary>
    public required ReviewSubject Subject { get; init; }

    /// <summary>What is to be changed; null approves.</summary>
    public string? Feedback { get; init; }

    /// <summary>With feedback on the scenes: the segment meant; null means all. With a take: its segment.</summary>
    public string? SegmentId { get; init; }

    /// <summary>With the scenes, in place of feedback: the take that the segment is to show, of those that it has; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Take { get; init; }

    /// <summary>
    /// The version of the story that was looked at (<see cref="StoryDigest.Version"/>); another one than there is now is refused. Null: the
    /// one there is.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>With the approval of a story: what the person has rewritten in it; default nothing.</summary>
    public IReadOnlyList<SegmentEdit> Edits { get; init; } = [];

    /// <summary>Whether it approves.</summary>
    [JsonIgnore]
    public bool Approves => Feedback is null && Take is null;
}

/// <summary>A segment of the story that a person has rewritten.</summary>
/// <param name="SegmentId">Which one.</param>
public sealed record SegmentEdit(string SegmentId)
{
    /// <summary>Its new title; null leaves it as it is.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// All that is said in it, sentence by sentence, in Markdown (bold phrases, formulas in dollar signs); null leaves it as it is, none
    /// takes the segment out of the video.
    /// </summary>
    public IReadOnlyList<string>? Sentences { get; init; }

    /// <summary>What its picture shows; null leaves it as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Picture { get; init; }
}

/// <summary>What a person approves. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewSubject>))]
public enum ReviewSubject
{
    /// <summary>The story, before anything is drawn or spoken.</summary>
    [JsonStringEnumMemberName("story")] Story,

    /// <summary>The scenes, before the video is composed.</summary>
    [JsonStringEnumMemberName("scenes")] Scenes,
}
