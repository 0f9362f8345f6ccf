using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Scenes;

/// <summary>Writers of scenes in order of preference: the first whose service is not down, else this machine.</summary>
/// <param name="services">Those that work by a service, with its circuit.</param>
/// <param name="last">The one that always can.</param>
public sealed class PreferredScenes(IReadOnlyList<(ISceneRoom Room, Circuit Circuit)> services, ISceneRoom last) : ISceneRoom
{
    private readonly Preference<ISceneRoom> _preference = new(services, last);

    /// <inheritdoc/>
    public string Identity => Current.Identity;

    /// <inheritdoc/>
    public bool Writes => Current.Writes;

    /// <inheritdoc/>
    public ISceneRoom Current => _preference.Current;

    /// <inheritdoc/>
    public ISceneRoom Local => _preference.Last;

    /// <inheritdoc/>
    public Task<StoryLook?> LookAsync(Story story, CancellationToken cancellationToken) => Current.LookAsync(story, cancellationToken);

    /// <inheritdoc/>
    public Task<Story> WriteAsync(SceneOrder order, CancellationToken cancellationToken) => Current.WriteAsync(order, cancellationToken);

    /// <inheritdoc/>
    public Task<ScenesVerdict> JudgeAsync(Story story, int good, CancellationToken cancellationToken) =>
        Current.JudgeAsync(story, good, cancellationToken);

    /// <inheritdoc/>
    public Task<SceneCohesion> CohereAsync(Story story, CancellationToken cancellationToken) =>
        Current.CohereAsync(story, cancellationToken);
}
