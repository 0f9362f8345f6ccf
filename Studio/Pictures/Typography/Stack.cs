using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>A row of a <see cref="Stack"/>.</summary>
/// <param name="Text">Its words; never empty.</param>
/// <param name="Style">How they are set.</param>
/// <param name="Indent">Pixels by which it begins further right.</param>
/// <param name="Relative">Its size beside the others'.</param>
internal sealed record StackRow(string Text, FontStyle Style, double Indent = 0, double Relative = 1);

/// <summary>Texts below each other, all of one size: the largest at which all of them have room, so that none is cut.</summary>
internal static class Stack
{
    private const double Smallest = 14;

    /// <summary>All are set smaller, down to this share, before a word is torn.</summary>
    private const double SmallestForAWord = 0.4;

    /// <summary>Sets the rows.</summary>
    /// <param name="rows">The texts.</param>
    /// <param name="room">Where they stand; a low stack stands in its middle, a little high.</param>
    /// <param name="size">The size to begin with, in pixels.</param>
    /// <param name="padding">Room around each text, left out at the sides.</param>
    /// <param name="gap">Room between two rows at most.</param>
    /// <returns>The texts and the whole height of their rows.</returns>
    public static IReadOnlyList<(TextBlock Text, Box Row)> Of(IReadOnlyList<StackRow> rows, Box room, double size, double padding,
        double gap)
    {
        var tried = size;
        while (true)
        {
            var small = tried / size;
            var blocks = rows.Select(row => Typesetter.Wrapped(row.Text, row.Style, tried * row.Relative, room.Width - row.Indent))
                .ToList();
            var (pad, between) = (padding * Math.Max(0.3, small), gap * Math.Max(0.3, small));
            var height = blocks.Sum(block => block.Height + (2 * pad)) + (between * (rows.Count - 1));
            var isTorn = small > SmallestForAWord && rows.Any(row =>
                Typesetter.WidestWord(row.Text, row.Style, tried * row.Relative) > room.Width - row.Indent);
            if ((height <= room.Height && !isTorn) || tried <= Smallest)
            {
                return Place(rows, blocks, room, pad, between, height);
            }

            tried -= tried > 30 ? 2 : 1;
        }
    }

    private static List<(TextBlock Text, Box Row)> Place(IReadOnlyList<StackRow> rows, List<TextBlock> blocks, Box room, double padding,
        double gap, double height)
    {
        var y = room.Y + Math.Max(0, (room.Height - height) * 0.4);
        List<(TextBlock, Box)> placed = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = new Box(room.X + rows[i].Indent, y, room.Width - rows[i].Indent, blocks[i].Height + (2 * padding));
            placed.Add((blocks[i], row));
            y = row.Bottom + gap;
        }

        return placed;
    }
}
