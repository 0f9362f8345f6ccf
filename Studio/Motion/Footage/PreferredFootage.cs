using TemporalVideo.Studio.Providers;

namespace TemporalVideo.Studio.Motion.Footage;

/// <summary>Who sets pictures in motion: services in order of preference, or nobody.</summary>
/// <param name="services">Those that can, with their circuits; the preferred one first.</param>
public sealed class PreferredFootage(IReadOnlyList<(IFootageMaker Maker, Circuit Circuit)> services)
{
    private readonly Preference<IFootageMaker?> _preference =
        new(services.Select(service => ((IFootageMaker?)service.Maker, service.Circuit)), null);

    /// <summary>Nobody.</summary>
    public static PreferredFootage None { get; } = new([]);

    /// <summary>Who is asked now; null: nobody.</summary>
    public IFootageMaker? Current => _preference.Current;

    /// <summary>Why a service is not asked now; null while all are, or there is none.</summary>
    public string? Instead => _preference.Instead;
}
