namespace TemporalVideo.Studio.Providers;

/// <summary>
/// Providers in order of preference: the first whose service is not down is asked, and behind all stands one that always can.
/// </summary>
/// <param name="services">Those that work by a service, with its circuit; the preferred one first.</param>
/// <param name="last">The one that always can.</param>
internal sealed class Preference<T>(IEnumerable<(T Provider, Circuit Circuit)> services, T last)
    where T : class?
{
    private readonly IReadOnlyList<(T Provider, Circuit Circuit)> _services = [.. services];

    /// <summary>Who is asked now.</summary>
    public T Current =>
        _services.Where(service => service.Circuit.OpenBecause is null).Select(service => service.Provider).FirstOrDefault() ?? last;

    /// <summary>Who always can.</summary>
    public T Last => last;

    /// <summary>Why a service is not asked now; null while all are.</summary>
    public string? Instead => _services.Select(service => service.Circuit.OpenBecause).FirstOrDefault(reason => reason is not null);
}
