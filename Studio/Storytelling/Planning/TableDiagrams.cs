using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Words;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>How a table is shown: as bars or a line where its numbers were read without doubt, as a comparison where it is one, else as the table it is.</summary>
/// <param name="language">Language of the lesson.</param>
/// <param name="leftOut">Receives what cannot be shown.</param>
internal sealed class TableDiagrams(string language, List<LeftOut> leftOut)
{
    private const int MostRows = 8;
    private const int MostBars = 8;
    private const int MostCellsToHear = 18;
    private const double SecondsPerCell = 0.45;
    private const double SecondsToBegin = 2;

    public IReadOnlyList<ShownPart> Of(LessonTable table)
    {
        if (table.Rows.Count == 0)
        {
            leftOut.Add(new LeftOut(table.Line, table.Excerpt, "a table without rows"));
            return [];
        }

        if (table.Header.Count > TableComposition.MostColumns)
        {
            var beyond = table.Header.Skip(TableComposition.MostColumns).Select((name, i) => name.Length > 0 ? name : $"column {TableComposition.MostColumns + i + 1}");
            leftOut.Add(new LeftOut(
                table.Line, $"table: {string.Join(", ", beyond)}", $"a picture holds {TableComposition.MostColumns} columns that can be read"));
        }

        return Chart(table) is { } chart ? [Part(chart, table.Cells)]
            : IsComparison(table) ? [Part(Rows(DiagramKind.Comparison, table, table.Rows), table.Cells)]
            : [.. Portions(table).Select(rows => Part(Rows(DiagramKind.Table, table, rows), table.Header.Count + (rows.Count * table.Header.Count)))];
    }

    /// <summary>The rows in words, for a table that nothing is said about; none when it is too large to listen to.</summary>
    public static IEnumerable<LessonSentence> Read(LessonTable table, Diagram diagram) => diagram.Items.Count * diagram.Columns.Count > MostCellsToHear
        ? []
        : diagram.Items.Select(item => new LessonSentence(
            $"{Head(diagram, item.Label)}{string.Join(", ", item.Values.Select((value, i) => Cell(diagram, value, i)).Where(cell => cell.Length > 0))}", [], table.Line));

    /// <summary>What the row is about; a bare number says of what.</summary>
    private static string Head(Diagram diagram, string label) => label.Length == 0 ? "" : IsNumber(label) ? $"{diagram.Columns[0]} {label}: " : $"{label}: ";

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or ' ' or '-' or '−');

    private static string Cell(Diagram diagram, DiagramValue value, int at) =>
        (diagram.Columns.Count > 2 || IsNumber(diagram.Items[0].Label)) && diagram.Columns[at + 1].Length > 0 && value.Text.Length > 0 ? $"{diagram.Columns[at + 1]} {value.Text}" : value.Text;

    private static ShownPart Part(Diagram diagram, int cells) => new(SegmentKind.Process, diagram, [], SecondsToBegin + (cells * SecondsPerCell));

    private static IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Portions(LessonTable table)
    {
        var count = (table.Rows.Count + MostRows - 1) / MostRows;
        return table.Rows.Chunk((table.Rows.Count + count - 1) / count).Select(rows => (IReadOnlyList<IReadOnlyList<string>>)rows);
    }

    private static Diagram Rows(DiagramKind kind, LessonTable table, IEnumerable<IReadOnlyList<string>> rows) => new()
    {
        Kind = kind,
        Columns = table.Header,
        Items = [.. rows.Select(row => new DiagramItem { Label = row.Count > 0 ? row[0] : "", Values = [.. row.Skip(1).Select(cell => new DiagramValue(cell))] })],
    };

    /// <summary>Two things side by side: the first column names the facts and has no name of a thing itself.</summary>
    private static bool IsComparison(LessonTable table) =>
        table.Header.Count == 3 && table.Rows.Count is >= 1 and <= 4
        && (table.Header[0].Length == 0 || Phrases.NamesFacts(table.Header[0]))
        && table.Header[1].Length > 0 && table.Header[2].Length > 0
        && table.Rows.All(row => row.All(cell => cell.Length is > 0 and <= 40));

    private Diagram? Chart(LessonTable table)
    {
        if (table.Header.Count != 2 || table.Rows.Count is < 2 or > MostBars || table.Header[1].Length == 0)
        {
            return null;
        }

        var read = NumberReader.ReadColumn([.. table.Rows.Select(row => row[1])], language);
        if (table.Rows.Any(row => row[0].Length == 0) || read.Any(value => value is null or { IsRange: true } or { Qualifier.Length: > 0 }))
        {
            return null;
        }

        var values = read.OfType<NumberValue>().ToList();

        // Bars of kilometres beside bars of years would compare what cannot be compared.
        if (values.Select(value => value.Unit).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
        {
            return null;
        }

        // Bars grow to one side: what is below zero is read off the table.
        if (values.Any(value => value.Value < 0))
        {
            return null;
        }

        // A column of years is no amount.
        if (values.All(value => value.Unit.Length == 0 && value.Value is >= 1000 and <= 2100 && value.Value % 1 == 0) && table.Rows.All(row => row[1].Length == 4))
        {
            return null;
        }

        var overTime = table.Rows.Count >= 3 && table.Rows.All(row => row[0].Length == 4 && row[0].All(char.IsAsciiDigit));
        return new Diagram
        {
            Kind = overTime ? DiagramKind.LineChart : DiagramKind.Bars,
            Columns = table.Header,
            Items = [.. table.Rows.Zip(values, (row, value) => new DiagramItem { Label = row[0], Values = [new DiagramValue(row[1], value.Value)] })],
        };
    }
}
