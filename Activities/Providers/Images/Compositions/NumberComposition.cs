using System.Globalization;
using TemporalVideo.Activities.Providers.Images.Drawing;
using TemporalVideo.Activities.Providers.Images.Scenery;
using TemporalVideo.Activities.Providers.Images.Typography;

namespace TemporalVideo.Activities.Providers.Images.Compositions;

/// <summary>One number, as large as it goes; a share is drawn as a ring, a multiple as that many dots.</summary>
internal static class NumberComposition
{
    private const double ChartX = 1400;
    private const double ChartY = 500;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var item = context.Brief.Items[0];
        var cue = context.Cue($"{item.Value} {item.Label}", 1, 2);
        var number = Typesetter.Fit(item.Value, FontWeight.ExtraBold, 330, 120, 780, 1);
        var unit = Typesetter.Fit(item.Label, FontWeight.SemiBold, 62, 40, 780, 2);
        var top = 430 - (number.Height / 2);
        List<DrawnLayer> layers =
        [
            Backdrops.Dark(context),
            Parts.Heading(context, onDark: true),
            .. Chart(context, item.Value, item.Label, cue),
            new DrawnLayer
            {
                Name = "number",
                Sketch = new Sketch().Text(number, 88, top, palette.Accent, palette.Base).Text(unit, 96, top + number.Height + 6, Palette.White, palette.Base),
                Entrance = LayerEntrance.Rise,
                CueSentence = cue,
                CueFraction = 0.2,
            },
        ];
        return layers;
    }

    private static IEnumerable<DrawnLayer> Chart(SceneContext context, string value, string unit, int cue)
    {
        var palette = context.Palette;
        var hero = context.Picture(unit, context.Segment.Title, context.Segment.Narration);
        var amount = double.TryParse(value, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        if (unit.StartsWith("percent", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("Prozent", StringComparison.OrdinalIgnoreCase))
        {
            yield return Chart("ring", Share(palette, amount / 100), cue);
            yield return Hero(hero, 190);
        }
        else if (unit.StartsWith("times", StringComparison.OrdinalIgnoreCase) && amount is >= 2 and <= 60)
        {
            yield return Chart("dots", Dots(palette, (int)amount), cue);
        }
        else
        {
            yield return new DrawnLayer { Name = "disc", Sketch = new Sketch().Circle(ChartX, ChartY, 290, palette.Accent).Circle(ChartX, ChartY, 254, palette.Paper), Depth = 0.2 };
            yield return Hero(hero, 320);
        }
    }

    private static DrawnLayer Chart(string name, Sketch sketch, int cue) =>
        new() { Name = name, Sketch = sketch, Entrance = LayerEntrance.Wipe, CueSentence = cue, CueFraction = 0.3 };

    private static DrawnLayer Hero(Pictograms.Pictogram pictogram, double size) =>
        new() { Name = "hero", Sketch = new Sketch().Picture(pictogram, ChartX, ChartY, size), Depth = 0.3, Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float };

    private static Sketch Share(Palette palette, double share)
    {
        const double Radius = 250;
        var around = 2 * Math.PI * Radius;
        return new Sketch().Ring(ChartX, ChartY, Radius, 74, palette.Glow).Raw(
            $"<circle cx=\"{ChartX}\" cy=\"{ChartY}\" r=\"{Radius}\" fill=\"none\" stroke=\"{palette.Accent}\" stroke-width=\"74\" stroke-dasharray=\"{Sketch.N(around * share)} {Sketch.N(around)}\" transform=\"rotate(-90 {ChartX} {ChartY})\"/>",
            Box.Around(ChartX, ChartY, 600, 600));
    }

    private static Sketch Dots(Palette palette, int amount)
    {
        var columns = (int)Math.Ceiling(Math.Sqrt(amount * 1.4));
        var rows = (int)Math.Ceiling(amount / (double)columns);
        var step = Math.Min(96, Math.Min(720.0 / columns, 560.0 / rows));
        Sketch sketch = new();
        for (var i = 0; i < amount; i++)
        {
            var x = ChartX + (((i % columns) - ((columns - 1) / 2.0)) * step);
            var y = ChartY + (((i / columns) - ((rows - 1) / 2.0)) * step);
            sketch.Circle(x, y, step * 0.36, i == 0 ? palette.Accent : palette.Second);
        }

        return sketch;
    }
}
