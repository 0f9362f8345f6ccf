using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

/// <summary>What the blocks of a lesson look like.</summary>
public sealed class DiagramsTests
{
    [Fact]
    public async Task PlanAsync_TableWithNegativeNumbers_IsBarsBelowZero()
    {
        var diagram = await OnlyAsync("| Quarter | Profit |\n|---|---|\n| Q1 | 4.2 |\n| Q2 | −1.5 |\n| Q3 | 0 |", DiagramKind.Bars);

        diagram.Items.Select(item => item.Values[0].Number).Should().Equal(4.2, -1.5, 0);
    }

    [Fact]
    public async Task PlanAsync_TableOfSharesOfAWhole_IsAPie() =>
        await OnlyAsync("| Gas | Share |\n|---|---|\n| Nitrogen | 78 % |\n| Oxygen | 21 % |\n| Others | 1 % |", DiagramKind.PieChart);

    [Fact]
    public async Task PlanAsync_TableOfPerCentThatAreNoWhole_IsBars() =>
        await OnlyAsync("| Country | Share |\n|---|---|\n| Norway | 78 % |\n| Sweden | 81 % |", DiagramKind.Bars);

    [Fact]
    public async Task PlanAsync_TableOfNumbersAndWords_KnowsWhichAreNumbers()
    {
        var diagram =
            await OnlyAsync(
            "| Estate | Share (%) | Land (%) | Taxes |\n|---|---|---|---|\n| First | 0.5 | 10 | few |\n| Third | 98 | 65–70 | all |",
            DiagramKind.Table);

        diagram.Items[0].Values.Select(value => value.Number).Should().Equal(0.5, 10, null);
        diagram.Items[1].Values.Select(value => value.Number).Should().Equal(98, null, null);
    }

    [Fact]
    public async Task PlanAsync_TableBeforeAndAfter_ShowsTheChange() =>
        await OnlyAsync(
            "| | Before 1789 | After 1791 |\n|---|---|---|\n| Ruler | absolute king | constitutional king |\n| Law | by province | one "
                + "for all |", DiagramKind.BeforeAfter);

    [Fact]
    public async Task PlanAsync_WideAndLongTable_IsDividedAndLosesNoCell()
    {
        var header = Enumerable.Range(0, 10).Select(c => $"column {c}").ToList();
        var rows = Enumerable.Range(0, 19).Select(r => Enumerable.Range(0, 10).Select(c => $"cell {r}.{c} x").ToList()).ToList();
        var table = string.Join('\n', new[] { header, [.. header.Select(_ => "---")] }.Concat(rows)
            .Select(row => $"| {string.Join(" | ", row)} |"));

        var story = await PlanAsync(table);

        var diagrams = story.Segments.Select(segment => segment.Diagram).OfType<Diagram>().ToList();
        diagrams.Should().OnlyContain(diagram =>
            diagram.Kind == DiagramKind.Table && diagram.Items.Count <= 8 && diagram.Columns.Count <= 7
            && diagram.Columns[0] == "column 0");
        var shown = diagrams.SelectMany(diagram =>
            diagram.Items.SelectMany(item => item.Values.Select(value => value.Text).Append(item.Label))).ToHashSet();
        shown.Should().Contain(rows.SelectMany(row => row));
        story.NotInVideo.Should().BeEmpty();
        story.Segments.Where(segment => segment.Diagram is not null).Zip(diagrams).Should()
            .OnlyContain(pair => pair.First.Duration >= 0.3 * pair.Second.Columns.Count * (pair.Second.Items.Count + 1));
    }

    [Fact]
    public async Task PlanAsync_LongCode_IsDividedAndLosesNoLine()
    {
        var lines = Enumerable.Range(1, 40).Select(i => i % 9 == 0 ? "" : $"line_{i} = {i}").ToList();

        var story = await PlanAsync($"```python\n{string.Join('\n', lines)}\n```");

        var shown = story.Segments.Select(segment => segment.Diagram).OfType<Diagram>().ToList();
        shown.Should().OnlyContain(diagram =>
            diagram.Kind == DiagramKind.Code && diagram.Text!.Split('\n', StringSplitOptions.None).Length <= 12);
        shown.SelectMany(diagram => diagram.Text!.Split('\n')).Where(line => line.Length > 0).Should()
            .Equal(lines.Where(line => line.Length > 0));
        story.NotInVideo.Should().BeEmpty();
    }

    [Fact]
    public async Task PlanAsync_NestedNames_AreAHierarchy()
    {
        var diagram = await OnlyAsync("- Collections\n  - Sequences\n    - list\n    - tuple\n  - Mappings\n- Numbers\n  - int",
            DiagramKind.Hierarchy);

        diagram.Items.Select(item => item.Level).Should().Equal(0, 1, 2, 2, 1, 0, 1);
    }

    [Fact]
    public async Task PlanAsync_StepWithoutBoldPhrase_IsShownWhole()
    {
        var diagram =
            await OnlyAsync(
            "1. Write down the first number, then the second one, and draw a line below both of them.\n2. Add the digits from the right "
                + "to the left.", DiagramKind.Steps);

        diagram.Items[0].Label.Should().Be("Write down the first number, then the second one, and draw a line below both of them");
    }

    [Fact]
    public async Task PlanAsync_NumberWithItsQualifierBeforeTheBold_KeepsIt()
    {
        var diagram = await OnlyAsync("In that year about **17,000 people** were put to death.", DiagramKind.Number);

        diagram.Items[0].Values.Select(value => value.Text).Should().Equal("17,000", "about");
    }

    [Fact]
    public async Task PlanAsync_BrokenPicture_IsListed()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.png"), "no picture");
            var story = await new TemporalVideo.Studio.Storytelling.LessonPlanner().PlanAsync(
                new()
                {
                    Source = "# A lesson\n\nIt has a picture.\n\n![A leaf](a.png)\n\nIt says more.",
                    LessonFolder = folder.FullName,
                    LessonsFolder = Lessons.Folder
                }, default);

            story.NotInVideo.Should().ContainSingle().Which.Because.Should().Contain("no picture");
            story.Segments.Should().NotContain(segment => segment.Diagram != null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Diagram> OnlyAsync(string block, DiagramKind kind)
    {
        var story = await PlanAsync(block);
        var diagram = story.Segments.Select(segment => segment.Diagram).OfType<Diagram>().Should().ContainSingle().Subject;
        diagram.Kind.Should().Be(kind);
        return diagram;
    }

    private static Task<Story> PlanAsync(string block) =>
        Lessons.PlanTextAsync($"# A lesson\n\nIt begins with a sentence.\n\n## Adding up\n\n{block}\n", seconds: null);
}
