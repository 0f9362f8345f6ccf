using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A row that joins a thing to others: the parts that are the same wherever they stand.</summary>
internal abstract record JoinedBlock : RelationBlock
{
    /// <summary>Sets the things.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="size">Size of the type.</param>
    /// <param name="fromWidth">Width of what is spoken of.</param>
    /// <param name="toWidth">Width of each that it is related to.</param>
    protected JoinedBlock(RelationText text, double size, double fromWidth, double toWidth)
        : base(text)
    {
        From = RelationNode.Of(text.From, null, FontStyle.ExtraBold, size, fromWidth);
        To = [.. text.To.Select((to, i) => RelationNode.Of(to, text.Pictures[i], FontStyle.SemiBold, size, toWidth))];
    }

    public override bool IsTorn => From.IsTorn || To.Any(node => node.IsTorn);

    protected RelationNode From { get; }

    protected IReadOnlyList<RelationNode> To { get; }

    /// <summary>The words between; null where there are none.</summary>
    protected static TextBlock? Between(RelationText text, double size, double least, double width, int lines) =>
        text.Link.Length == 0 ? null : Typesetter.Fit(text.Link, FontStyle.SemiBold, size, Math.Min(least, size), width, lines);

    protected DrawnLayer FromLayer(Pen pen, double x, double y) =>
        Layer($"from-{pen.Number}", Card(From, x, y, pen.Ink.From, pen), LayerEntrance.FromLeft, 0.02);

    protected DrawnLayer ToLayer(Pen pen, int index, double x, double y) =>
        Layer($"to-{pen.Number + index}", Card(To[index], x, y, pen.Ink.To, pen), LayerEntrance.Rise, 0.5);

    protected DrawnLayer LinkLayer(Pen pen, TextBlock link, Box pill) =>
        Layer($"link-{pen.Number}", RelationInk.Pill(link, pill, pen.Palette), LayerEntrance.Fade, 0.3);

    private static Sketch Card(RelationNode node, double x, double y, string fill, Pen pen)
    {
        var sketch = new Sketch();
        node.Draw(sketch, x, y, fill, pen.Palette.Deep, pen.Ink.Shadow);
        return sketch;
    }

    /// <summary>What a row is drawn with.</summary>
    /// <param name="Palette">Of the scene.</param>
    /// <param name="Ink">Of the ground that it stands on.</param>
    /// <param name="Number">Tells its layers from those of other rows.</param>
    protected sealed record Pen(Palette Palette, RelationInk Ink, int Number)
    {
        public static Pen Of(SceneContext context, bool dark, int number) =>
            new(context.Palette, RelationInk.Of(context.Palette, dark), number);
    }
}
