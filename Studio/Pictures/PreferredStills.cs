using TemporalVideo.Studio.Providers;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Illustrators in order of preference: the first whose service is not down draws.</summary>
/// <param name="services">Those that draw by a service, with its circuit.</param>
/// <param name="last">The one that always can.</param>
public sealed class PreferredStills(IReadOnlyList<(IStillIllustrator Illustrator, Circuit Circuit)> services, IStillIllustrator last)
    : IStillIllustrator
{
    /// <inheritdoc/>
    public string Identity => Current.Identity;

    /// <inheritdoc/>
    public IStillIllustrator Current =>
        services.Where(service => service.Circuit.OpenBecause is null).Select(service => service.Illustrator).FirstOrDefault() ?? last;

    /// <inheritdoc/>
    public IStillIllustrator Local => last;

    /// <inheritdoc/>
    public string? Instead => services.Select(service => service.Circuit.OpenBecause).FirstOrDefault(reason => reason is not null);

    /// <inheritdoc/>
    public Task DrawAsync(SceneRequest request, string file, CancellationToken cancellationToken) =>
        Current.DrawAsync(request, file, cancellationToken);
}
