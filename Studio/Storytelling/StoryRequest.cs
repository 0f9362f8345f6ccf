using System.Text.Json.Serialization;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>What a video is to be about.</summary>
public sealed record StoryRequest
{
    /// <summary>A lesson in Markdown, or a bare topic such as "Why is the sky blue?".</summary>
    public required string Source { get; init; }

    /// <summary>Which of the two it is.</summary>
    public SourceKind SourceKind { get; init; }

    /// <summary>Wanted length in seconds; null for as long as the lesson takes.</summary>
    public double? TargetSeconds { get; init; }

    /// <summary>The longest video in seconds; default 600.</summary>
    public double MaxSeconds { get; init; } = 600;

    /// <summary>Take every sentence in order, whatever the length; default no.</summary>
    public bool Verbatim { get; init; }

    /// <summary>Folder of Markdown lessons that a bare topic is looked up in.</summary>
    public required string LessonsFolder { get; init; }

    /// <summary>Voice, speed and music, as far as they were asked for.</summary>
    public SoundChoice Sound { get; init; } = new();

    /// <summary>Size of the picture; null: the lesson's own wish, else 16:9.</summary>
    public VideoSize? Size { get; init; }

    /// <summary>The archetype or framework to follow; null: the lesson's own order.</summary>
    public StoryShape? Shape { get; init; }

    /// <summary>Who it is for, when nobody says.</summary>
    public const string UsualAudience = "curious people who know nothing of it yet";

    /// <summary>Who it is for; null: <see cref="UsualAudience"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audience { get; init; }

    /// <summary>The product that it speaks of; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Product { get; init; }

    /// <summary>What a critic and a person asked to be changed, for planners that follow it; null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Critique { get; init; }

    /// <summary>How words are said, by the word: those of the installation, which the lesson's own come before. For speech, never for
    /// captions.</summary>
    public IReadOnlyDictionary<string, string> Pronunciation { get; init; } = new Dictionary<string, string>();

    /// <summary>Languages that a person's own voices speak, beside those that are read here anyway.</summary>
    public IReadOnlyList<string> OwnLanguages { get; init; } = [];

    /// <summary>Folder that the lesson's pictures lie in; null where it is not known.</summary>
    public string? LessonFolder { get; init; }
}
