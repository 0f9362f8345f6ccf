namespace TemporalVideo.ConformanceReport;

/// <summary>How the tests of one behaviour ended on one server.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed.</param>
/// <param name="Skipped">Tests that were skipped.</param>
public sealed record Cell(int Passed, int Failed, int Skipped)
{
    /// <summary>Counts results.</summary>
    public static Cell Of(IEnumerable<TestResult> results)
    {
        var counts = results.CountBy(result => result.Outcome).ToDictionary();
        return new(
            counts.GetValueOrDefault(TestOutcome.Passed), counts.GetValueOrDefault(TestOutcome.Failed),
                counts.GetValueOrDefault(TestOutcome.Skipped));
    }

    /// <summary><c>passed</c> is said only when nothing failed.</summary>
    public override string ToString() => this switch
    {
        { Failed: > 0 } => $"FAILED {Failed} of {Failed + Passed}",
        { Passed: > 0, Skipped: > 0 } => $"passed {Passed}, skipped {Skipped}",
        { Passed: > 0 } => $"passed {Passed}",
        { Skipped: > 0 } => "skipped",
        _ => "-",
    };
}
