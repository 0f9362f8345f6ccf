using TemporalVideo.Studio.Providers;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Illustrators in order of preference: the first whose service is not down draws.</summary>
/// <param name="services">Those that draw by a service, with its circuit.</param>
/// <param name="last">The one that always can.</param>
public sealed class PreferredStills(IReadOnlyList<(IStillIllustrator Illustrator, Circuit Circuit)> services, IStillIllustrator last)
    : IStillIllustrator
{
    private readonly Preference<IStillIllustrator> _preference = new(services, last);

    /// <inheritdoc/>
    public string Identity => Current.Identity;

    /// <inheritdoc/>
    public IStillIllustrator Current => _preference.Current;

    /// <inheritdoc/>
    public IStillIllustrator Local => _preference.Last;

    /// <inheritdoc/>
    public string? Instead => _preference.Instead;

    /// <inheritdoc/>
    public Task DrawAsync(SceneRequest request, string file, CancellationToken cancellationToken) =>
        Current.DrawAsync(request, file, cancellationToken);
}
