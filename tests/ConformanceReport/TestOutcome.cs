namespace TemporalVideo.ConformanceReport;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed or never ended.</summary>
    Failed,

    /// <summary>It was skipped.</summary>
    Skipped,
}
