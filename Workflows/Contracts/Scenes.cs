using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What all pictures of a video have in common.</summary>
/// <param name="Style">Technique, light, colours, mood.</param>
/// <param name="Recurring">People, animals and things that are seen again, each with what makes it known; may be empty.</param>
public sealed record StoryLook(
    [property: JsonPropertyName("style")] string Style, [property: JsonPropertyName("recurring")] IReadOnlyList<string> Recurring)
{
    /// <summary>Pictures that the scenes keep to; null: words alone.</summary>
    [JsonPropertyName("pictures"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LookPicture>? Pictures { get; init; }

    /// <summary>The pictures that a segment keeps to: of what it names, and of the style.</summary>
    /// <param name="segment">The segment.</param>
    public IEnumerable<LookPicture> PicturesFor(Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var said = $"{segment.Title} {segment.VisualGuidance} {segment.Narration}";
        return (Pictures ?? []).Where(picture => picture.IsNamedIn(said)).OrderBy(picture => picture.Name.Length == 0);
    }

    /// <summary>What a picture is to show, and what it has in common with the others: the prompt of an image model.</summary>
    /// <param name="story">The story.</param>
    /// <param name="segment">The segment.</param>
    public static string PromptOf(Story story, Segment segment)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(segment);
        return story.Look is not { } look ? segment.VisualGuidance
            : string.Join('\n', new[] { segment.VisualGuidance, look.Style }.Concat(look.Recurring).Where(text => text.Length > 0));
    }
}

/// <summary>A picture that scenes keep to.</summary>
/// <param name="Id">Names it among the steps and files of a session: letters and digits.</param>
/// <param name="Name">Whom or what it shows, as texts name it; empty: the style.</param>
/// <param name="Key">Its key in the object store.</param>
/// <param name="Prompt">What it is painted from; null: a person brought it.</param>
public sealed record LookPicture(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("key")] string Key,
    [property: JsonPropertyName("prompt"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Prompt)
{
    private static readonly char[] Between = [' ', '-', '_', ',', '.', '(', ')'];

    /// <summary>Whether a text names all of what it shows; the style is part of every picture.</summary>
    /// <param name="text">The text.</param>
    public bool IsNamedIn(string text) => Name.Split(Between, StringSplitOptions.RemoveEmptyEntries).All(word =>
        word.Any(IsOfAScriptWithoutSpaces) ? text.Contains(word, StringComparison.Ordinal)
            : Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(word)}(?:s|es|['’]s)?(?![\p{{L}}\p{{N}}])", Alike));

    private const RegexOptions Alike = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static bool IsOfAScriptWithoutSpaces(char letter) => letter is (>= '\u0E00' and <= '\u0EFF') or >= '\u2E80';
}

/// <summary>What all pictures have in common is to be found.</summary>
public sealed record ReferencesTask : StoryboardTask
{
    /// <summary>Pictures of a brand; null without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BrandPictures? Brand { get; init; }
}

/// <summary>A picture to be painted that scenes keep to.</summary>
public sealed record ReferenceTask : StoryboardTask
{
    /// <summary>Which one: the <see cref="LookPicture.Id"/>.</summary>
    public required string PictureId { get; init; }
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

    /// <summary>Ids of the pictures that are to be painted; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ToPaint { get; init; }

    /// <summary>What became of the pictures of a brand, for people; null: there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Notes { get; init; }
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
