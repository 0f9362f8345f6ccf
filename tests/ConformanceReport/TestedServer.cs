namespace TemporalVideo.ConformanceReport;

/// <summary>What a test ran against.</summary>
[Flags]
public enum TestedServer
{
    /// <summary>The name does not say.</summary>
    None = 0,

    /// <summary>The server of this repository.</summary>
    Embedded = 1,

    /// <summary>The real Temporal server.</summary>
    Real = 2,

    /// <summary>Both, their answers compared.</summary>
    Both = Embedded | Real,
}
