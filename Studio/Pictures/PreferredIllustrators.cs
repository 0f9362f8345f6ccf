using TemporalVideo.Studio.Providers;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Illustrators of scenes in order of preference: the first whose service is not down draws.</summary>
/// <param name="services">Those that have pictures painted by a service, with its circuit.</param>
/// <param name="last">The one that always can.</param>
public sealed class PreferredIllustrators(IReadOnlyList<(ISceneIllustrator Illustrator, Circuit Circuit)> services, ISceneIllustrator last)
    : ISceneIllustrator
{
    private readonly Preference<ISceneIllustrator> _preference = new(services, last);

    /// <inheritdoc/>
    public string Identity => Current.Identity;

    /// <inheritdoc/>
    public ISceneIllustrator Current => _preference.Current;

    /// <inheritdoc/>
    public ISceneIllustrator Local => _preference.Last;

    /// <inheritdoc/>
    public string? Instead => _preference.Instead;

    /// <inheritdoc/>
    public bool Pays(SceneRequest request) => Current.Pays(request);

    /// <inheritdoc/>
    public Task<SceneArt> IllustrateAsync(SceneRequest request, string folder, CancellationToken cancellationToken) =>
        Current.IllustrateAsync(request, folder, cancellationToken);
}
