using TemporalVideo.ConformanceReport;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.Report;

public sealed class RowTests
{
    private const string Header = "id\tside\tpriority\ttitle\tnot met\tnot on the real server\n";

    [Fact]
    public void Read_RowsOfThisRepository_AreInOrder()
    {
        using var file = File.OpenText(Path.Combine(TestPaths.RepositoryRoot, "tests", "Conformance.Tests", "rows.tsv"));

        Row.Read(file).Select(row => row.Id).Should()
            .HaveCount(139).And.OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void Read_Row_HasItsColumns() => Row.Read(new StringReader($"{Header}C-001\tSDK\tP1\ttitle\t-\tbecause\n"))
        .Should().Equal(new Row("C-001", "SDK", "P1", "title", string.Empty, "because"));

    [Theory]
    [InlineData("C-001\tSDK\tP1\ttitle\t-\n")]
    [InlineData("C-1\tSDK\tP1\ttitle\t-\t-\n")]
    [InlineData("C-001\tnobody\tP1\ttitle\t-\t-\n")]
    [InlineData("C-001\tSDK\tP3\ttitle\t-\t-\n")]
    [InlineData("C-001\tSDK\tP1\ta\t-\t-\nC-001\tSDK\tP1\tb\t-\t-\n")]
    public void Read_Malformed_IsRefused(string rows) =>
        FluentActions.Invoking(() => Row.Read(new StringReader(Header + rows))).Should().Throw<FormatException>();

    [Fact]
    public void Read_WithoutHeader_IsRefused() =>
        FluentActions.Invoking(() => Row.Read(new StringReader("C-001\tSDK\tP1\ttitle\t-\t-\n"))).Should().Throw<FormatException>();
}
