namespace TemporalVideo.ConformanceReport;

/// <summary>One behaviour and what the tests say of it.</summary>
/// <param name="Row">The behaviour.</param>
/// <param name="Embedded">Tests on the server of this repository.</param>
/// <param name="Real">Tests on the real server.</param>
public sealed record ReportLine(Row Row, Cell Embedded, Cell Real)
{
    /// <summary>Whether any test is about it.</summary>
    public bool HasTests => new[] { Embedded, Real }.Any(cell => cell != new Cell(0, 0, 0));

    /// <summary>Whether tests passed and none failed.</summary>
    public bool IsMet => Embedded.Passed + Real.Passed > 0 && Embedded.Failed + Real.Failed == 0;

    /// <summary>Whether a full run may not end well with it. A test that is skipped says its own reason.</summary>
    public bool IsUnexplained => Row.IsRequired && !IsMet && !IsOnlySkipped && Row.NotMet.Length == 0;

    /// <summary>Whether a reason is still given although tests pass.</summary>
    public bool IsOutdated => IsMet && Row.NotMet.Length > 0;

    /// <summary>Why something is missing; empty where nothing is.</summary>
    public string Reason => this switch
    {
        { IsMet: false, Row.NotMet.Length: > 0 } => $"not met: {Row.NotMet}",
        { IsMet: false } => "not met",
        { Real: { Passed: 0, Failed: 0, Skipped: 0 }, Row.NotOnReal.Length: > 0 } => $"real: {Row.NotOnReal}",
        _ => string.Empty,
    };

    private bool IsOnlySkipped => HasTests && new[] { Embedded, Real }.All(cell => cell is { Passed: 0, Failed: 0 });

    /// <summary>Puts every row beside its tests.</summary>
    public static IReadOnlyList<ReportLine> Of(IEnumerable<Row> rows, IEnumerable<TestResult> results)
    {
        var byId = results.SelectMany(result => result.Ids.Select(id => (Id: id, Result: result)))
            .ToLookup(pair => pair.Id, pair => pair.Result);
        return [.. rows.Select(row => new ReportLine(
            row,
            Cell.Of(byId[row.Id].Where(result => result.Server.HasFlag(TestedServer.Embedded))),
            Cell.Of(byId[row.Id].Where(result => result.Server.HasFlag(TestedServer.Real)))))];
    }
}
