namespace TemporalVideo.Hosting.Configuration;

/// <summary>The configuration cannot be used. The message lists every fault with its file, its key and what was expected.</summary>
/// <param name="faults">The faults.</param>
public sealed class ConfigurationException(IReadOnlyList<string> faults)
    : Exception("The configuration has " + (faults.Count == 1 ? "a fault:"
        : $"{faults.Count} faults:") + string.Concat(faults.Select(fault => $"\n  {fault}")))
{
    /// <summary>The faults, one line each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
