using TemporalVideo.Studio.Providers;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Illustrators of scenes in order of preference: the first whose service is not down draws.</summary>
/// <param name="services">Those that have pictures painted by a service, with its circuit.</param>
/// <param name="last">The one that always can.</param>
public sealed class PreferredIllustrators(IReadOnlyList<(ISceneIllustrator Illustrator, Circuit Circuit)> services, ISceneIllustrator last)
    : ISceneIllustrator
{
    /// <inheritdoc/>
    public string Identity => Current.Identity;

    /// <inheritdoc/>
    public ISceneIllustrator Current =>
        services.Where(service => service.Circuit.OpenBecause is null).Select(service => service.Illustrator).FirstOrDefault() ?? last;

    /// <inheritdoc/>
    public ISceneIllustrator Local => last;

    /// <inheritdoc/>
    public string? Instead => services.Select(service => service.Circuit.OpenBecause).FirstOrDefault(reason => reason is not null);

    /// <inheritdoc/>
    public bool Pays(SceneRequest request) => Current.Pays(request);

    /// <inheritdoc/>
    public Task<SceneArt> IllustrateAsync(SceneRequest request, string folder, CancellationToken cancellationToken) =>
        Current.IllustrateAsync(request, folder, cancellationToken);
}
