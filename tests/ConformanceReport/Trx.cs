using System.Xml.Linq;

namespace TemporalVideo.ConformanceReport;

/// <summary>The files that <c>dotnet test --logger trx</c> writes.</summary>
public static class Trx
{
    /// <summary>The tests of this report, whose made-up names are no evidence.</summary>
    private const string OwnTests = "TemporalVideo.Conformance.Tests.Report.";

    private static readonly XNamespace Schema = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The results of all files of a folder.</summary>
    public static IReadOnlyList<TestResult> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.trx").Order(StringComparer.Ordinal).SelectMany(file => Read(XDocument.Load(file)))
            .Where(result => !result.Name.StartsWith(OwnTests, StringComparison.Ordinal))];

    /// <summary>The results of one file.</summary>
    public static IEnumerable<TestResult> Read(XDocument file) =>
        file.Descendants(Schema + "UnitTestResult").Select(result => new TestResult(
            (string?)result.Attribute("testName") ?? string.Empty,
            (string?)result.Attribute("outcome") switch
            {
                "Passed" => TestOutcome.Passed,
                "NotExecuted" => TestOutcome.Skipped,
                _ => TestOutcome.Failed,
            }));
}
