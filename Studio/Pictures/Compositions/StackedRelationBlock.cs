using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A relation from top to bottom, for pictures that are higher than wide.</summary>
internal sealed record StackedRelationBlock : RelationBlock
{
    private const double Gap = 16;
    private const double Bare = 70;
    private const int ShortName = 18;

    private readonly RelationNode _from;
    private readonly IReadOnlyList<RelationNode> _to;
    private readonly TextBlock? _link;
    private readonly int _columns;

    public StackedRelationBlock(RelationText text, double size, double width)
        : base(text)
    {
        _from = RelationNode.Of(text.From, null, FontStyle.ExtraBold, size, width);
        _columns = text.To.Count > 1 && text.To.All(to => to.Length <= ShortName) ? 2 : 1;
        var each = (width - (Gap * (_columns - 1))) / _columns;
        _to = [.. text.To.Select((to, i) => RelationNode.Of(to, text.Pictures[i], FontStyle.SemiBold, size, each))];
        _link = text.Link.Length == 0 ? null
            : Typesetter.Fit(text.Link, FontStyle.SemiBold, size * 0.75, Math.Min(30, size * 0.75), width - 120, 2);
    }

    public override bool IsTorn => _from.IsTorn || _to.Any(node => node.IsTorn);

    public override double Height => _from.Height + Between + Rows.Sum(row => row.Max(node => node.Height)) + (Gap * (Rows.Count() - 1));

    private IEnumerable<RelationNode[]> Rows => _to.Chunk(_columns);

    private double Between => _link is null ? Bare : _link.Height + 66;

    public override IEnumerable<DrawnLayer> Draw(SceneContext context, bool dark, int number)
    {
        var palette = context.Palette;
        var ink = RelationInk.Of(palette, dark);
        var from = new Sketch();
        _from.Draw(from, X, Y, ink.From, palette.Deep, ink.Shadow);
        yield return Layer($"from-{number}", from, LayerEntrance.FromLeft, 0.02);

        var centre = X + (_from.Width / 2);
        var (top, bottom) = (Y + _from.Height + 14, Y + _from.Height + Between);
        var line = new Sketch().Stroke($"M{Sketch.N(centre)} {Sketch.N(top)} V{Sketch.N(bottom - (_link is null ? 16 : 0))}",
            new Box(centre, top, 0, bottom - top), ink.Line, 7);
        yield return Line(
            $"line-{number}", _link is null ? line.ArrowHead(centre, bottom - 6, 30, 90, ink.Line) : line, LayerEntrance.Fade);
        if (_link is not null)
        {
            var pill = Box.Around(centre, (top + bottom) / 2, _link.Width + 48, _link.Height + 22);
            yield return Layer($"link-{number}", RelationInk.Pill(_link, pill, palette), LayerEntrance.Fade, 0.3);
        }

        var (y, at) = (bottom, 0);
        foreach (var row in Rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                var to = new Sketch();
                row[column].Draw(to, X + (column * (row[column].Width + Gap)), y, ink.To, palette.Deep, ink.Shadow);
                yield return Layer($"to-{number + at++}", to, LayerEntrance.Rise, 0.5);
            }

            y += row.Max(node => node.Height) + Gap;
        }
    }
}
