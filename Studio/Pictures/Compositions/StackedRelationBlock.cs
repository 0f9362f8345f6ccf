using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A relation from top to bottom, for pictures that are higher than wide.</summary>
internal sealed record StackedRelationBlock : JoinedBlock
{
    private const double Gap = 16;
    private const double Bare = 70;
    private const int ShortName = 18;

    private readonly TextBlock? _link;
    private readonly int _columns;

    public StackedRelationBlock(RelationText text, double size, double width)
        : base(text, size, width, (width - (Gap * (ColumnsOf(text) - 1))) / ColumnsOf(text))
    {
        _columns = ColumnsOf(text);
        _link = Between(text, size * 0.75, 30, width - 120, 2);
    }

    public override double Height => From.Height + Space + Rows.Sum(row => row.Max(node => node.Height)) + (Gap * (Rows.Count() - 1));

    private IEnumerable<RelationNode[]> Rows => To.Chunk(_columns);

    private double Space => _link is null ? Bare : _link.Height + 66;

    public override IEnumerable<DrawnLayer> Draw(SceneContext context, bool dark, int number)
    {
        var pen = Pen.Of(context, dark, number);
        yield return FromLayer(pen, X, Y);

        var centre = X + (From.Width / 2);
        var (top, bottom) = (Y + From.Height + 14, Y + From.Height + Space);
        var line = new Sketch().Stroke($"M{Sketch.N(centre)} {Sketch.N(top)} V{Sketch.N(bottom - (_link is null ? 16 : 0))}",
            new Box(centre, top, 0, bottom - top), pen.Ink.Line, 7);
        yield return Line(
            $"line-{number}", _link is null ? line.ArrowHead(centre, bottom - 6, 30, 90, pen.Ink.Line) : line, LayerEntrance.Fade);
        if (_link is not null)
        {
            yield return LinkLayer(pen, _link, Box.Around(centre, (top + bottom) / 2, _link.Width + 48, _link.Height + 22));
        }

        var (y, at) = (bottom, 0);
        foreach (var row in Rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                yield return ToLayer(pen, at++, X + (column * (row[column].Width + Gap)), y);
            }

            y += row.Max(node => node.Height) + Gap;
        }
    }

    private static int ColumnsOf(RelationText text) => text.To.Count > 1 && text.To.All(to => to.Length <= ShortName) ? 2 : 1;
}
