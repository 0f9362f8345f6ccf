using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Words;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>How a table is shown: as bars or a line where its numbers were read without doubt, as a comparison where it is one, else as the
/// table it is.</summary>
/// <param name="language">Language of the lesson.</param>
/// <param name="room">What a picture holds.</param>
/// <param name="leftOut">Receives what cannot be shown.</param>
internal sealed partial class TableDiagrams(string language, PictureRoom room, List<LeftOut> leftOut)
{
    private const int MostBars = 8;
    private const int MostSlices = 7;
    private const double SecondsPerCell = 0.45;
    private const double SecondsToBegin = 2;

    public IReadOnlyList<ShownPart> Of(LessonTable table)
    {
        if (table.Rows.Count == 0)
        {
            leftOut.Add(new LeftOut(table.Line, table.Excerpt, "a table without rows"));
            return [];
        }

        return Chart(table) is { } chart ? [Part(chart, table.Cells)]
            : SideBySide(table) is { } kind ? [Part(Rows(kind, table.Header, table.Rows), table.Cells)]
            : [.. ColumnParts(table)
                .SelectMany(part => RowParts(part.Rows)
                .Select(rows => Part(Rows(DiagramKind.Table, part.Header, rows), part.Header.Count * (rows.Count + 1))))];
    }

    private static ShownPart Part(Diagram diagram, int cells) =>
        new(SegmentKind.Process, diagram, [], SecondsToBegin + (cells * SecondsPerCell));

    /// <summary>A table that is too wide for one picture, in parts that repeat the row headings.</summary>
    private IEnumerable<(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)> ColumnParts(LessonTable table)
    {
        var columns = Math.Max(table.Header.Count, table.Rows.Max(row => row.Count));
        if (columns <= room.TableColumns)
        {
            yield return (table.Header, table.Rows);
            yield break;
        }

        var parts = (columns - 1 + room.TableColumns - 2) / (room.TableColumns - 1);
        var width = (columns - 1 + parts - 1) / parts;
        for (var first = 1; first < columns; first += width)
        {
            yield return (Cut(table.Header, first, width), [.. table.Rows.Select(row => Cut(row, first, width))]);
        }

        static IReadOnlyList<string> Cut(IReadOnlyList<string> row, int first, int width) =>
            [.. row.Take(1), .. row.Skip(first).Take(width)];
    }

    /// <summary>As many rows a picture as can be read, as evenly as it goes.</summary>
    private IEnumerable<IReadOnlyList<IReadOnlyList<string>>> RowParts(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var lines = rows.Select(Lines).ToList();
        var count = Math.Max((lines.Sum() + room.TableLines - 1) / room.TableLines, (rows.Count + room.TableRows - 1) / room.TableRows);
        var share = lines.Sum() / (double)count;
        List<IReadOnlyList<string>> portion = [];
        var (taken, portions) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var full = portion.Count >= room.TableRows || taken + lines[i] > room.TableLines
                || (portions < count - 1 && taken + (lines[i] / 2.0) > share);
            if (portion.Count > 0 && full)
            {
                yield return portion;
                (portion, taken, portions) = ([], 0, portions + 1);
            }

            portion.Add(rows[i]);
            taken += lines[i];
        }

        yield return portion;
    }

    /// <summary>How many lines a row takes at a size that can be read, about.</summary>
    private int Lines(IReadOnlyList<string> row) => Math.Max(1, (int)Math.Ceiling(row.Sum(cell => cell.Length) / room.TableLine));

    private Diagram Rows(DiagramKind kind, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Max(row => row.Count);
        var numbers = Enumerable.Range(0, columns)
            .Select(c => NumberReader.ReadColumn([.. rows.Select(row => c < row.Count ? row[c] : "")], language)).ToList();
        return new Diagram
        {
            Kind = kind,
            Columns = header,
            Items = [.. rows.Select((row, r) => new DiagramItem
            {
                Label = row.Count > 0 ? row[0] : "",
                Values = [.. row.Skip(1)
                    .Select((cell, c) => new DiagramValue(cell, numbers[c + 1][r] is { IsRange: false } number ? number.Value : null))],
            })],
        };
    }

    /// <summary>Two things side by side: the first column names the facts and has no name of a thing itself. Null for any other
    /// table.</summary>
    private static DiagramKind? SideBySide(LessonTable table)
    {
        var two = table.Header.Count == 3 && table.Rows.Count is >= 1 and <= 5
            && table.Header[1].Length > 0 && table.Header[2].Length > 0
            && table.Rows.All(row => row.Count == 3 && row.All(cell => cell.Length is > 0 and <= 60));
        return !two ? null
            : Before().IsMatch(table.Header[1]) && After().IsMatch(table.Header[2]) ? DiagramKind.BeforeAfter
            : table.Rows.Count <= 4 && (table.Header[0].Length == 0 || Phrases.NamesFacts(table.Header[0])) ? DiagramKind.Comparison
            : null;
    }

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

        // A column of years is no amount.
        if (values.All(value => value.Unit.Length == 0 && value.Value is >= 1000 and <= 2100 && value.Value % 1 == 0)
            && table.Rows.All(row => row[1].Length == 4))
        {
            return null;
        }

        var overTime = table.Rows.Count >= 3 && table.Rows.All(row => row[0].Length == 4 && row[0].All(char.IsAsciiDigit));
        return new Diagram
        {
            Kind = overTime ? DiagramKind.LineChart : AreShares(table, values) ? DiagramKind.PieChart : DiagramKind.Bars,
            Columns = table.Header,
            Items = [.. table.Rows.Zip(values, (row, value) =>
                new DiagramItem { Label = row[0], Values = [new DiagramValue(row[1], value.Value)] })],
        };
    }

    /// <summary>Parts of a whole: per cent that sum to a hundred, but for rounding.</summary>
    private static bool AreShares(LessonTable table, IReadOnlyList<NumberValue> values) =>
        values.Count is >= 2 and <= MostSlices && values.All(value => value.Value >= 0)
        && (values.All(value => value.Unit == "%") || table.Header[1].Contains('%', StringComparison.Ordinal))
        && Math.Abs(values.Sum(value => value.Value) - 100) <= 0.1 * values.Count;

    [GeneratedRegex(@"^(before|vor(her)?|avant|antes|prima|antes de|former(ly)?|früher)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(after|nach(her)?|danach|après|después|dopo|depois|since|seit|now|today|heute|aujourd|hoy|oggi|hoje)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex After();
}
