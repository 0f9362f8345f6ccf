using System.Text.RegularExpressions;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Two things face each other on grounds of their own, fact by fact.</summary>
internal static partial class ComparisonComposition
{
    private const string Half = "M1045 -90 H2010 V1170 H875 Z";

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var items = context.Diagram.Items;
        var (left, right) = (context.Diagram.Columns[^2], context.Diagram.Columns[^1]);
        var facts = items.Where(item => item.Values.Count == 2).Take(4).ToList();
        var leftIsWarm = Warm().IsMatch(left) || (Negation().IsMatch(left) && !Warm().IsMatch(right));
        var (one, other) = leftIsWarm ? (palette.Warm, palette.Cool) : (palette.Cool, palette.Warm);
        var (oneSignal, otherSignal) = leftIsWarm ? (palette.Third, palette.Second) : (palette.Second, palette.Third);
        var back = new Sketch().Rect(Canvas.Bleed, 0, one)
            .Circle(430, 250, 420, Colour.Mix(one, oneSignal, 0.10)).Circle(430, 250, 290, Colour.Mix(one, oneSignal, 0.22))
            .Path(Half, new Box(875, -90, 1135, 1260), other)
            .Clipped(Half, Canvas.Bleed, new Sketch()
                .Circle(1490, 250, 420, Colour.Mix(other, otherSignal, 0.10)).Circle(1490, 250, 290, Colour.Mix(other, otherSignal, 0.22)));
        var (leftPicture, rightPicture) = Pictures(context, left, right);
        List<DrawnLayer> layers =
        [
            new DrawnLayer { Name = "background", Sketch = back, Bounds = Canvas.Bleed, Depth = 0.05 },
            Hero(leftPicture, 430, oneSignal, "left", LayerEntrance.FromLeft, 0),
            Hero(rightPicture, 1490, otherSignal, "right", LayerEntrance.FromRight, 0.3),
            Name(left, 430, one, "left", 0.1),
            Name(right, 1490, other, "right", 0.4),
        ];
        const double Top = 500;
        var step = Math.Min(130, 384.0 / Math.Max(1, facts.Count));
        for (var i = 0; i < facts.Count; i++)
        {
            layers.Add(Fact(context, facts[i].Label, [.. facts[i].Values.Select(value => value.Text)], Top + (step * i), step - 16, i, facts.Count, (one, other)));
        }

        return layers;
    }

    // "Without X" shows what the segment is about besides X, so that the two sides differ.
    private static (Pictogram Left, Pictogram Right) Pictures(SceneContext context, string left, string right)
    {
        if (Negation().IsMatch(left) && !Negation().IsMatch(right))
        {
            var positive = context.Picture(right, context.Segment.Title);
            return (context.Picture(context.Segment.Narration, left), positive);
        }

        return (context.Picture(left, context.Segment.Title), context.Picture(Negation().IsMatch(right) ? context.Segment.Narration : right, context.Segment.Title));
    }

    private static DrawnLayer Hero(Pictogram picture, double x, string colour, string side, LayerEntrance entrance, double fraction) => new()
    {
        Name = $"{side}-picture",
        Sketch = new Sketch().Circle(x, 232, 162, colour).Circle(x, 232, 144, Palette.White).Picture(picture, x, 232, 212),
        Depth = 0.2,
        Entrance = entrance,
        CueFraction = fraction,
        Idle = LayerIdle.Float,
    };

    private static DrawnLayer Name(string name, double x, string ground, string side, double fraction)
    {
        var label = Typesetter.Fit(name, FontStyle.ExtraBold, 70, 44, 640, 1);
        return new DrawnLayer
        {
            Name = $"{side}-name",
            Sketch = new Sketch().Text(label, x, 408, Palette.White, ground, TextAlign.Center),
            Entrance = LayerEntrance.Rise,
            CueFraction = fraction,
        };
    }

    private static DrawnLayer Fact(SceneContext context, string name, IReadOnlyList<string> values, double y, double height, int i, int count, (string Left, string Right) grounds)
    {
        var palette = context.Palette;
        var one = Typesetter.Fit(values[0], FontStyle.SemiBold, 48, 32, 600, 2);
        var other = Typesetter.Fit(values[1], FontStyle.SemiBold, 48, 32, 600, 2);
        var what = Typesetter.Fit(name, FontStyle.SemiBold, 36, 26, 268, 2);
        var middle = y + (height / 2);
        var sketch = new Sketch()
            .Rect(new Box(110, y, 1700, height), height / 2, palette.Deep, 0.5)
            .Rect(new Box(800, y, 320, height), height / 2, palette.Paper)
            .Text(what, 960, middle - (what.Height / 2), palette.Deep, palette.Paper, TextAlign.Center)
            .Text(one, 455, middle - (one.Height / 2), Palette.White, grounds.Left, TextAlign.Center)
            .Text(other, 1465, middle - (other.Height / 2), Palette.White, grounds.Right, TextAlign.Center);
        return new DrawnLayer
        {
            Name = $"fact-{i + 1}",
            Sketch = sketch,
            Entrance = LayerEntrance.Rise,
            CueSentence = Math.Min(context.SentenceCount - 1, i * context.SentenceCount / count),
            CueFraction = 0.45,
        };
    }

    [GeneratedRegex(@"\b(red|hot|warm|fire|rot|rotes|rote|roter|heiß|danger)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warm();

    [GeneratedRegex(@"\b(without|no|not|ohne|kein|keine|before|vor)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();
}
