using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A row of a picture of relations, set and with its height.</summary>
internal abstract record RelationBlock(RelationText Text)
{
    /// <summary>Left edge.</summary>
    public double X { get; init; }

    /// <summary>Upper edge.</summary>
    public double Y { get; init; }

    public abstract double Height { get; }

    /// <summary>Whether a word is wider than its line.</summary>
    public virtual bool IsTorn => false;

    /// <summary>Its layers.</summary>
    /// <param name="context">The scene.</param>
    /// <param name="dark">Whether it stands on dark ground.</param>
    /// <param name="number">Tells its layers from those of other rows.</param>
    public abstract IEnumerable<DrawnLayer> Draw(SceneContext context, bool dark, int number);

    /// <summary>What joins the things: it enters with its words, or, where there are none, with what it leads to.</summary>
    protected DrawnLayer Line(string name, Sketch sketch, LayerEntrance entrance) => Text.Link.Length > 0
        ? Layer(name, sketch, entrance, 0.3) with { CueWords = Text.Link }
        : Layer(name, sketch, entrance, 0.5) with { CueWords = Text.To[0] };

    protected DrawnLayer Layer(string name, Sketch sketch, LayerEntrance entrance, double fraction) => new()
    {
        Name = name,
        Sketch = sketch,
        Entrance = entrance,
        CueSentence = Text.Sentence,
        CueFraction = fraction,
    };
}

/// <summary>What a sentence says that relates nothing.</summary>
internal sealed record StatementBlock(RelationText Text, TextBlock Words) : RelationBlock(Text)
{
    public override double Height => Words.Height;

    public override IEnumerable<DrawnLayer> Draw(SceneContext context, bool dark, int number)
    {
        var palette = context.Palette;
        var (ink, ground, mark) = dark ? (Palette.White, palette.Glow, palette.Accent) : (palette.Deep, palette.PaperShade, palette.Glow);
        yield return Layer($"point-{number}", new Sketch().Rect(new Box(X, Y, 10, Height), 5, mark).Text(Words, X + 38, Y, ink, ground),
            LayerEntrance.FromLeft, 0.1);
    }
}

/// <summary>A thing on a card, with its pictogram where there is one.</summary>
internal sealed record RelationNode(TextBlock Words, Pictogram? Picture, double Width, double Size, bool IsTorn)
{
    private const double Side = 36;

    /// <summary>Sets the words of a thing.</summary>
    public static RelationNode Of(string text, Pictogram? picture, FontStyle style, double size, double width)
    {
        var room = width - (2 * Side) - (picture is null ? 0 : Disc(size) + 24);
        return new RelationNode(Typesetter.Wrapped(text, style, size, room), picture, width, size,
            Typesetter.WidestWord(text, style, size) > room);
    }

    public double Height => Math.Max(Words.Height, Picture is null ? 0 : Disc(Size)) + (Size * 0.9);

    public void Draw(Sketch sketch, double x, double y, string fill, string ink, string shadow)
    {
        var box = new Box(x, y, Width, Height);
        sketch.Card(box, fill, shadow, 28);
        var left = x + Side;
        if (Picture is { } picture)
        {
            var disc = Disc(Size);
            var centre = left + (disc / 2);
            sketch.Circle(centre, box.CenterY, disc / 2, Palette.White).Picture(picture, centre, box.CenterY, disc * 0.72);
            left += disc + 24;
        }

        sketch.Text(Words, left, Words.TopAround(box.CenterY), ink, fill);
    }

    private static double Disc(double size) => size * 1.9;
}
