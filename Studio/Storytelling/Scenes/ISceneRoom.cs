using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Scenes;

/// <summary>Writes what the scenes of a story show, judges it, and makes it fit: in words, before anything is drawn.</summary>
public interface ISceneRoom : IMaker
{
    /// <summary>Who works now: another than this one where there are several and the preferred one's service is down.</summary>
    ISceneRoom Current => this;

    /// <summary>The one of this machine, which asks no service.</summary>
    ISceneRoom Local => this;

    /// <summary>Whether it writes scenes; else they stay as the planner has them.</summary>
    bool Writes { get; }

    /// <summary>Describes what all pictures of a story have in common.</summary>
    /// <param name="story">The story.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Null where nothing is described.</returns>
    Task<StoryLook?> LookAsync(Story story, CancellationToken cancellationToken);

    /// <summary>Writes scenes.</summary>
    /// <param name="order">Which, and what was said of the writing before.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The story with other visual guidance and texts on the screen; nothing else of it changes.</returns>
    Task<Story> WriteAsync(SceneOrder order, CancellationToken cancellationToken);

    /// <summary>Says what each scene is worth, and what is wrong with it.</summary>
    /// <param name="story">The story.</param>
    /// <param name="good">A score that is good.</param>
    /// <param name="cancellationToken">Stops the judging.</param>
    Task<ScenesVerdict> JudgeAsync(Story story, int good, CancellationToken cancellationToken);

    /// <summary>Makes the scenes fit each other.</summary>
    /// <param name="story">The story.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<SceneCohesion> CohereAsync(Story story, CancellationToken cancellationToken);
}

/// <summary>Scenes to be written.</summary>
/// <param name="Story">The story.</param>
/// <param name="SegmentIds">Its segments that are to be written; the others are there to fit.</param>
/// <param name="Critique">What was said of them before; empty with the first writing.</param>
/// <param name="Verbatim">Whether the texts on the screen stay as they are.</param>
public sealed record SceneOrder(Story Story, IReadOnlyList<string> SegmentIds, IReadOnlyList<SceneScore> Critique, bool Verbatim = false)
{
    /// <summary>The segments of a story that nobody has written yet: neither a model nor a person, and that are not drawn.</summary>
    /// <param name="story">The story.</param>
    public static IReadOnlyList<string> Unwritten(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return [.. story.Segments.Where(segment => segment is { GuidedBy: null, Drawn: null }).Select(segment => segment.Id)];
    }
}

/// <summary>How well scenes fit each other.</summary>
/// <param name="Story">The story with those that broke with the others written again.</param>
/// <param name="Score">How well they fitted before, 0 to 100.</param>
/// <param name="Rewritten">The segments that were written again.</param>
public sealed record SceneCohesion(Story Story, int Score, IReadOnlyList<string> Rewritten);
