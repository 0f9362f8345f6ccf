using System.Xml.Linq;
using TemporalVideo.ConformanceReport;

namespace TemporalVideo.Conformance.Tests.Report;

public sealed class ReportTests
{
    private const string Results = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
          <UnitTestResult testName="N.T.C001_Both(kind: Embedded)" outcome="Passed" />
          <UnitTestResult testName="N.T.C001_Both(kind: Real)" outcome="NotExecuted" />
          <UnitTestResult testName="N.T.C002_One(kind: Real, size: 1)" outcome="Passed" />
          <UnitTestResult testName="N.T.C002_One(kind: Real, size: 2)" outcome="Failed" />
          <UnitTestResult testName="N.T.C002_C003_Never(kind: Embedded)" outcome="Timeout" />
          <UnitTestResult testName="N.T.C004_Part" outcome="Passed" />
          <UnitTestResult testName="N.T.C006_Skipped(kind: Real)" outcome="NotExecuted" />
          <UnitTestResult testName="N.T.About_NoRow" outcome="Passed" />
        </Results></TestRun>
        """;

    [Theory]
    [InlineData("C-001", "passed 1", "skipped", true)]
    [InlineData("C-002", "FAILED 1 of 1", "FAILED 1 of 2", false)]
    [InlineData("C-003", "FAILED 1 of 1", "-", false)]
    [InlineData("C-004", "passed 1", "-", true)]
    [InlineData("C-005", "-", "-", false)]
    [InlineData("C-006", "-", "skipped", false)]
    public void Line_CountsTheTestsOfItsRow(string id, string embedded, string real, bool isMet)
    {
        var line = Line(id, "P0", string.Empty);

        line.Embedded.ToString().Should().Be(embedded);
        line.Real.ToString().Should().Be(real);
        line.IsMet.Should().Be(isMet);
    }

    [Theory]
    [InlineData("C-001", "P0", "", false, false)]
    [InlineData("C-001", "P0", "because", false, true)]
    [InlineData("C-002", "P1", "", true, false)]
    [InlineData("C-005", "P0", "", true, false)]
    [InlineData("C-005", "P1", "because", false, false)]
    [InlineData("C-005", "P2", "", false, false)]
    [InlineData("C-006", "P1", "", false, false)]
    public void Line_RequiredRow_NeedsATestOrAReason(string id, string priority, string notMet, bool isUnexplained, bool isOutdated)
    {
        var line = Line(id, priority, notMet);

        line.IsUnexplained.Should().Be(isUnexplained);
        line.IsOutdated.Should().Be(isOutdated);
    }

    [Fact]
    public void Texts_TellRowsReasonsAndSum()
    {
        ReportLine[] lines = [Line("C-001", "P0", string.Empty), Line("C-004", "P0", string.Empty), Line("C-005", "P2", "a|b")];

        ReportText.Plain(lines).Should().Be("""
            id     prio  side  embedded  real     behaviour
            C-001  P0    SDK   passed 1  skipped  title
            C-004  P0    SDK   passed 1  -        title (real: why)
            C-005  P2    SDK   -         -        title (not met: a|b)

            """);
        ReportText.Markdown(lines).Should().EndWith("""
            3 behaviours: 2 met, 1 not met; 2 shown on the embedded server, 0 on the real one.

            | id | prio | side | embedded | real | behaviour |
            | --- | --- | --- | --- | --- | --- |
            | C-001 | P0 | SDK | passed 1 | skipped | title |
            | C-004 | P0 | SDK | passed 1 | - | title (real: why) |
            | C-005 | P2 | SDK | - | - | title (not met: a\|b) |

            """);
    }

    private static ReportLine Line(string id, string priority, string notMet) =>
        ReportLine.Of([new Row(id, "SDK", priority, "title", notMet, "why")], Trx.Read(XDocument.Parse(Results))).Single();
}
