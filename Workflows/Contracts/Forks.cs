using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What a session is made of when it is made of another one: nothing that stays as it is is made again (R-H7).</summary>
public sealed record ForkOrigin
{
    /// <summary>The session that it is made of, of the same user; it has ended and stays as it is.</summary>
    public required SessionKey Parent { get; init; }

    /// <summary>The version of the parent's story; null only where the story is written anew.</summary>
    public string? Version { get; init; }

    /// <summary>From which step on everything is made again; default: only what the changes concern.</summary>
    public ForkStep From { get; init; }

    /// <summary>What is changed in the story, in the order in which it is done.</summary>
    public IReadOnlyList<StoryChange> Changes { get; init; } = [];
}

/// <summary>From which step on a fork makes everything again. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForkStep>))]
public enum ForkStep
{
    /// <summary>From none: only what the changes concern is made.</summary>
    [JsonStringEnumMemberName("changes")] Changes,

    /// <summary>The story is written again.</summary>
    [JsonStringEnumMemberName("story")] Story,

    /// <summary>The story stays; scenes are drawn and spoken again.</summary>
    [JsonStringEnumMemberName("scenes")] Scenes,

    /// <summary>Scenes and narration stay; the clips are composed again.</summary>
    [JsonStringEnumMemberName("videos")] Videos,
}

/// <summary>One change of a story. Which fields count depends on <see cref="Change"/>; segments keep their ids.</summary>
public sealed record StoryChange
{
    /// <summary>What is done.</summary>
    public required StoryChangeKind Change { get; init; }

    /// <summary>The segment that it is done to; with <see cref="StoryChangeKind.Insert"/> none.</summary>
    public string? SegmentId { get; init; }

    /// <summary>Text, insert: the title. Split: that of the second part. Null leaves it as it is.</summary>
    public string? Title { get; init; }

    /// <summary>Text, insert: all that is said, sentence by sentence, in Markdown. Null leaves it as it is.</summary>
    public IReadOnlyList<string>? Sentences { get; init; }

    /// <summary>Picture: what it is to show, in a few words; null: there is a <see cref="Picture"/>.</summary>
    public string? Show { get; init; }

    /// <summary>Picture: a person's own, by its key in the object store (in an order: by its name); null: there are words.</summary>
    public string? Picture { get; init; }

    /// <summary>Picture: the line under the person's own; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>Voice: name of the voice that speaks the segment; null: the one of the story.</summary>
    public string? Voice { get; init; }

    /// <summary>
    /// Voice: a person's own recording of what is said in the segment, by its key in the object store (in an order: by its name); null: a
    /// voice speaks.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Recording { get; init; }

    /// <summary>Insert, move: the segment behind which; null: to the front.</summary>
    public string? After { get; init; }

    /// <summary>Split: how many sentences stay in the first part; at least one.</summary>
    public int? At { get; init; }

    /// <summary>Take: the number of the one that is chosen; null: a new one is made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Take { get; init; }

    /// <summary>Take: of what; default the picture.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TakeOf Of { get; init; }
}

/// <summary>What there can be takes of. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TakeOf>))]
public enum TakeOf
{
    /// <summary>The picture.</summary>
    [JsonStringEnumMemberName("picture")] Picture,

    /// <summary>The speech, where a service speaks.</summary>
    [JsonStringEnumMemberName("voice")] Voice,
}

/// <summary>Kinds of <see cref="StoryChange"/>. JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StoryChangeKind>))]
public enum StoryChangeKind
{
    /// <summary>Title and sentences are others; the picture follows the words.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>The picture is another: a person's own, or around a pictogram.</summary>
    [JsonStringEnumMemberName("picture")] Picture,

    /// <summary>Another voice speaks it, or a person's recording is heard.</summary>
    [JsonStringEnumMemberName("voice")] Voice,

    /// <summary>It stands at another place.</summary>
    [JsonStringEnumMemberName("move")] Move,

    /// <summary>A new segment.</summary>
    [JsonStringEnumMemberName("insert")] Insert,

    /// <summary>It is taken out.</summary>
    [JsonStringEnumMemberName("delete")] Delete,

    /// <summary>It and the one behind it become one.</summary>
    [JsonStringEnumMemberName("merge")] Merge,

    /// <summary>It becomes two.</summary>
    [JsonStringEnumMemberName("split")] Split,

    /// <summary>Another take of its picture or its speech, of the same words: a new one, or one that there is.</summary>
    [JsonStringEnumMemberName("take")] Take,
}

/// <summary>A session that is made of another.</summary>
public sealed record ForkTask : AgentTask
{
    /// <summary>Of which, and what is changed.</summary>
    public required ForkOrigin Origin { get; init; }
}
