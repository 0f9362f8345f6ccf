using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What all pictures of a video have in common.</summary>
/// <param name="Style">Technique, light, colours, mood.</param>
/// <param name="Recurring">People, animals and things that are seen again, each with what makes it known; may be empty.</param>
public sealed record StoryLook(
    [property: JsonPropertyName("style")] string Style, [property: JsonPropertyName("recurring")] IReadOnlyList<string> Recurring)
{
    /// <summary>What a picture is to show, and what it has in common with the others: the prompt of an image model.</summary>
    /// <param name="story">The story.</param>
    /// <param name="segment">The segment.</param>
    public static string PromptOf(Story story, Segment segment)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(segment);
        return story.Look is not { } look ? segment.VisualGuidance
            : string.Join('\n', [segment.VisualGuidance, look.Style, .. look.Recurring]);
    }
}

/// <summary>What there is for the pictures to keep to: a version of the story.</summary>
/// <param name="Version">Which version of the story has it.</param>
/// <param name="Described">How many things are described: the style, and what comes again.</param>
/// <param name="Brought">How many pictures a person brought.</param>
public sealed record References(string Version, int Described, int Brought)
{
    /// <summary>What was paid for it, in US dollars; default 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Cost { get; init; }
}

/// <summary>Scenes to be written in words: what each picture shows, and the text that stands in it.</summary>
public sealed record WriteScenesTask : StoryboardTask
{
    /// <summary>Which writing this is, counted from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Scenes that are to be written again, and why; null with the first writing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SceneScore>? Critique { get; init; }

    /// <summary>Whether the texts in the pictures stay the lesson's own; default no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Verbatim { get; init; }
}

/// <summary>Scenes in words: a version of the story.</summary>
public sealed record WrittenScenes : IMade
{
    /// <summary>Which version of the story has them.</summary>
    public required string Version { get; init; }

    /// <summary>How many were written; 0: they are the planner's, or there was nothing left to write.</summary>
    public int Written { get; init; }

    /// <inheritdoc/>
    public bool Found { get; init; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Making? Making { get; init; }
}

/// <summary>Scenes to be judged.</summary>
public sealed record JudgeScenesTask : StoryboardTask
{
    /// <summary>A score that is good; default 80.</summary>
    public int Good { get; init; } = 80;
}

/// <summary>What a critic says of a scene.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Remark">What to show instead, or what is wrong; empty when nothing is.</param>
public sealed record SceneScore(string SegmentId, int Score, string Remark);

/// <summary>What a critic says of all scenes.</summary>
/// <param name="Scenes">Scene by scene, in playing order.</param>
public sealed record ScenesVerdict(IReadOnlyList<SceneScore> Scenes)
{
    /// <summary>What the scenes are worth together, 0 to 100.</summary>
    public int Score => Scenes.Count == 0 ? 0 : Scenes.Sum(scene => scene.Score) / Scenes.Count;

    /// <summary>What the critic was paid, in US dollars; default 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Cost { get; init; }
}

/// <summary>Scenes that fit each other: a version of the story.</summary>
/// <param name="Version">Which version of the story has them.</param>
/// <param name="Score">How well they fitted before, 0 to 100.</param>
/// <param name="Rewritten">The segments whose pictures broke with the others and were written again.</param>
public sealed record CoherentScenes(string Version, int Score, IReadOnlyList<string> Rewritten)
{
    /// <summary>What the cohesor was paid, in US dollars; default 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Cost { get; init; }
}
