using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A relation from left to right.</summary>
internal sealed record RelationRow : JoinedBlock
{
    private const double Gap = 24;
    private const double LinkShare = 0.2;
    private const double FromShare = 0.34;

    // In a narrow picture the words between take as much room as elsewhere.
    private const double LeastBetween = 270;
    private const double PillMargin = 48;

    private readonly TextBlock? _link;
    private readonly double _between;

    public RelationRow(RelationText text, double size, double width)
        : base(text, size, width * FromShare, width - BetweenOf(width) - (width * FromShare))
    {
        _between = BetweenOf(width);
        _link = Between(text, size * 0.72, 28, _between - PillMargin - 50, 4);
    }

    public override double Height => Math.Max(Math.Max(From.Height, RightHeight), _link is null ? 0 : _link.Height + 36);

    private double RightHeight => To.Sum(node => node.Height) + (Gap * (To.Count - 1));

    public override IEnumerable<DrawnLayer> Draw(SceneContext context, bool dark, int number)
    {
        var pen = Pen.Of(context, dark, number);
        var middle = Y + (Height / 2);
        yield return FromLayer(pen, X, middle - (From.Height / 2));

        var (left, right) = (X + From.Width + 10, X + From.Width + _between - 10);
        var tops = Tops(middle - (RightHeight / 2)).ToList();
        yield return Line($"line-{number}",
            Lines(pen.Ink.Line, left, right, middle, [.. tops.Select((top, i) => top + (To[i].Height / 2))]), LayerEntrance.Wipe);
        if (_link is not null)
        {
            yield return LinkLayer(
                pen, _link, Box.Around((left + right) / 2, middle, _link.Width + PillMargin, _link.Height + 26));
        }

        for (var i = 0; i < To.Count; i++)
        {
            yield return ToLayer(pen, i, right + 10, tops[i]);
        }
    }

    private static double BetweenOf(double width) => Math.Max(LeastBetween, width * LinkShare);

    private IEnumerable<double> Tops(double y)
    {
        foreach (var node in To)
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
