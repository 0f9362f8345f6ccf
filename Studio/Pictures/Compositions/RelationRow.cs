using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A relation from left to right.</summary>
internal sealed record RelationRow : RelationBlock
{
    private const double Gap = 24;
    private const double LinkShare = 0.2;
    private const double FromShare = 0.34;

    // In a narrow picture the words between take as much room as elsewhere.
    private const double LeastBetween = 270;
    private const double PillMargin = 48;

    private readonly RelationNode _from;
    private readonly IReadOnlyList<RelationNode> _to;
    private readonly TextBlock? _link;
    private readonly double _between;

    public RelationRow(RelationText text, double size, double width)
        : base(text)
    {
        _between = Math.Max(LeastBetween, width * LinkShare);
        _from = RelationNode.Of(text.From, null, FontStyle.ExtraBold, size, width * FromShare);
        var right = width - _between - _from.Width;
        _to = [.. text.To.Select((to, i) => RelationNode.Of(to, text.Pictures[i], FontStyle.SemiBold, size, right))];
        _link = text.Link.Length == 0 ? null
            : Typesetter.Fit(text.Link, FontStyle.SemiBold, size * 0.72, Math.Min(28, size * 0.72), _between - PillMargin - 50, 4);
    }

    public override bool IsTorn => _from.IsTorn || _to.Any(node => node.IsTorn);

    public override double Height => Math.Max(Math.Max(_from.Height, RightHeight), _link is null ? 0 : _link.Height + 36);

    private double RightHeight => _to.Sum(node => node.Height) + (Gap * (_to.Count - 1));

    public override IEnumerable<DrawnLayer> Draw(SceneContext context, bool dark, int number)
    {
        var palette = context.Palette;
        var ink = RelationInk.Of(palette, dark);
        var middle = Y + (Height / 2);
        var from = new Sketch();
        _from.Draw(from, X, middle - (_from.Height / 2), ink.From, palette.Deep, ink.Shadow);
        yield return Layer($"from-{number}", from, LayerEntrance.FromLeft, 0.02);

        var (left, right) = (X + _from.Width + 10, X + _from.Width + _between - 10);
        var tops = Tops(middle - (RightHeight / 2)).ToList();
        yield return Line($"line-{number}",
            Lines(ink.Line, left, right, middle, [.. tops.Select((top, i) => top + (_to[i].Height / 2))]), LayerEntrance.Wipe);
        if (_link is not null)
        {
            var pill = Box.Around((left + right) / 2, middle, _link.Width + PillMargin, _link.Height + 26);
            yield return Layer($"link-{number}", RelationInk.Pill(_link, pill, palette), LayerEntrance.Fade, 0.3);
        }

        for (var i = 0; i < _to.Count; i++)
        {
            var to = new Sketch();
            _to[i].Draw(to, right + 10, tops[i], ink.To, palette.Deep, ink.Shadow);
            yield return Layer($"to-{number + i}", to, LayerEntrance.Rise, 0.5);
        }
    }

    private IEnumerable<double> Tops(double y)
    {
        foreach (var node in _to)
        {
            yield return y;
            y += node.Height + Gap;
        }
    }

    /// <summary>A line to each; an arrow where no words say what joins them.</summary>
    private Sketch Lines(string colour, double left, double right, double middle, double[] ends)
    {
        var sketch = new Sketch();
        foreach (var end in ends)
        {
            var stop = _link is null ? right - 20 : right;
            var bend = left + ((right - left) * 0.6);
            sketch.Stroke(
                $"M{Sketch.N(left)} {Sketch.N(middle)} C{Sketch.N(bend)} {Sketch.N(middle)} {Sketch.N(bend)} {Sketch.N(end)}"
                    + $" {Sketch.N(stop)} {Sketch.N(end)}",
                new Box(left, Math.Min(middle, end), right - left, Math.Abs(end - middle)), colour, 7);
        }

        return _link is null ? sketch.ArrowHead(right - 4, ends[0], 30, 0, colour) : sketch;
    }
}

/// <summary>The colours of a picture of relations.</summary>
/// <param name="From">Card of what is spoken of.</param>
/// <param name="To">Card of what it is related to.</param>
/// <param name="Shadow">Under the cards.</param>
/// <param name="Line">Between them.</param>
internal sealed record RelationInk(string From, string To, string Shadow, string Line)
{
    /// <summary>The words on a line.</summary>
    public static Sketch Pill(TextBlock words, Box pill, Palette palette) => new Sketch().Rect(pill, 24, palette.Glow)
        .Text(words, pill.CenterX, words.TopAround(pill.CenterY), Palette.White, palette.Glow, TextAlign.Center);

    public static RelationInk Of(Palette palette, bool dark) => dark
        ? new RelationInk(palette.Accent, palette.Paper, palette.Deep, palette.Muted)
        : new RelationInk(palette.Accent, Palette.White, Colour.Mix(palette.PaperShade, palette.Glow, 0.3),
            Colour.Mix(palette.PaperShade, palette.Glow, 0.6));
}
