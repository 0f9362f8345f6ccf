using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A row of a table in its place.</summary>
internal sealed record TableRow(Box Box, IReadOnlyList<TableCell> Cells);

/// <summary>A cell's text, and the point that it is set from.</summary>
internal sealed record TableCell(TextBlock Text, double X, TextAlign Align);

/// <summary>Finds the largest size in which a table has room: columns as wide as their words ask for, cells wrapped, none cut.</summary>
internal sealed class TableLayout
{
    private const double Largest = 48;
    private const double Smallest = 12;
    private const double Padding = 24;
    private const double Gap = 4;

    private readonly Box _room;
    private readonly double _looseRow;
    private readonly List<string[]> _texts;
    private readonly bool _headed;
    private readonly bool[] _isNumbers;

    private TableLayout(Diagram diagram, Box room, double looseRow)
    {
        (_room, _looseRow) = (room, looseRow);
        _headed = diagram.Columns.Any(name => name.Length > 0);
        var columns = Math.Max(diagram.Columns.Count, 1 + diagram.Items.Select(item => item.Values.Count).DefaultIfEmpty(0).Max());
        _texts = [.. diagram.Items.Select(item =>
            item.Values.Select(value => value.Text).Prepend(item.Label).Concat(Enumerable.Repeat("", columns)).Take(columns).ToArray())];
        _isNumbers = [.. Enumerable.Range(0, columns).Select(c => c > 0 && AreNumbers(diagram.Items, c))];
        if (_headed)
        {
            _texts.Insert(0, [.. diagram.Columns.Concat(Enumerable.Repeat("", columns)).Take(columns)]);
        }
    }

    /// <summary>The names of the columns; null without any.</summary>
    public TableRow? Header { get; private set; }

    public IReadOnlyList<TableRow> Rows { get; private set; } = [];

    public static TableLayout Of(Diagram diagram, Box room, double looseRow = 104, double largest = Largest)
    {
        var layout = new TableLayout(diagram, room, looseRow);
        for (var size = largest; ; size--)
        {
            if (layout.TryPlace(size, size <= Smallest))
            {
                return layout;
            }
        }
    }

    private bool TryPlace(double size, bool whatever)
    {
        var padding = Padding * Math.Clamp(size / 36, 0.4, 1);
        if (Widths(size, padding, whatever || size <= 20) is not { } widths)
        {
            return false;
        }

        var blocks = _texts.Select((row, r) =>
            row.Select((text, c) => text.Length == 0 ? null : Typesetter.Wrapped(text, Style(r, c), size, widths[c] - (2 * padding)))
            .ToArray()).ToList();
        var heights = blocks.Select(row => row.Max(block => block?.Height ?? 0) + (padding * 1.1)).ToArray();
        var total = heights.Sum() + (Gap * (heights.Length - 1));
        if (total > _room.Height && !whatever)
        {
            return false;
        }

        // A short table takes the room that there is, up to rows of a pleasant height.
        var spare = Math.Max(0, Math.Min(_room.Height - total, heights.Sum(height => Math.Max(0, _looseRow - height)))) / heights.Length;
        var y = _room.Y;
        List<TableRow> rows = [];
        for (var r = 0; r < blocks.Count; r++)
        {
            var box = new Box(_room.X, y, widths.Sum(), heights[r] + spare);
            rows.Add(new TableRow(box, [.. Cells(blocks[r], widths, padding)]));
            y = box.Bottom + Gap;
        }

        Header = _headed ? rows[0] : null;
        Rows = _headed ? rows[1..] : rows;
        return true;
    }

    private IEnumerable<TableCell> Cells(TextBlock?[] row, double[] widths, double padding)
    {
        var x = _room.X;
        for (var c = 0; c < row.Length; c++)
        {
            if (row[c] is { } block)
            {
                yield return _isNumbers[c] ? new TableCell(block, x + widths[c] - padding, TextAlign.Right)
                    : new TableCell(block, x + padding, TextAlign.Left);
            }

            x += widths[c];
        }
    }

    /// <summary>Widths of the columns, the whole room filled; null where words would have to be torn.</summary>
    private double[]? Widths(double size, double padding, bool tear)
    {
        var columns = _isNumbers.Length;
        var (least, natural) = (new double[columns], new double[columns]);
        for (var c = 0; c < columns; c++)
        {
            for (var r = 0; r < _texts.Count; r++)
            {
                least[c] = Math.Max(least[c], Typesetter.WidestWord(_texts[r][c], Style(r, c), size) + (2 * padding) + 2);
                natural[c] = Math.Max(natural[c], _texts[r][c].Length == 0 ? 0 : Typesetter.Line(_texts[r][c], Style(r, c), size).Width
                    + (2 * padding) + 2);
            }

            natural[c] = Math.Max(natural[c], least[c]);
        }

        // A number stays on the line of its unit where there is room.
        var room = _room.Width;
        var whole = least.Select((wide, c) => _isNumbers[c] ? natural[c] : wide).ToArray();
        least = whole.Sum() <= room ? whole : least;
        if (natural.Sum() <= room)
        {
            var more = (room - natural.Sum()) / columns;
            return [.. natural.Select(width => width + more)];
        }

        if (least.Sum() > room)
        {
            return tear ? [.. least.Select(width => width * room / least.Sum())] : null;
        }

        // What the longest cells want is shared out by how much of it they want; no column is wider than twice its share.
        var want = natural.Zip(least, (wide, narrow) => Math.Min(wide - narrow, room)).ToArray();
        var rest = room - least.Sum();
        return [.. least.Zip(want, (narrow, extra) => narrow + (rest * Math.Sqrt(extra) / want.Sum(Math.Sqrt)))];
    }

    private FontStyle Style(int row, int column) => column == 0 || (_headed && row == 0) ? FontStyle.SemiBold : FontStyle.Medium;

    private static bool AreNumbers(IReadOnlyList<DiagramItem> items, int column)
    {
        var cells = items.Where(item => item.Values.Count >= column && item.Values[column - 1].Text.Length > 0)
            .Select(item => item.Values[column - 1]).ToList();
        return cells.Count > 0 && cells.TrueForAll(cell => cell.Number is not null || cell.Text is "–" or "-" or "—");
    }
}
