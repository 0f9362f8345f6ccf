using System.Globalization;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>One number, as large as it goes, beside a picture of it: a share as a ring, a multiple as that many things, else the thing
/// itself.</summary>
internal static class NumberComposition
{
    private static readonly Box Frame = new(930, 150, 894, 690);

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var item = context.Diagram.Items[0];
        var cue = context.Cue($"{item.Value} {item.Label}", 1, 2);
        if (Chart(context, item, cue).ToList() is not { Count: > 0 } chart)
        {
            return Alone(context, item, cue);
        }

        return
        [
            .. Sceneries.Ground(context),
            Parts.Heading(context, onDark: true, 780),
            new DrawnLayer
            {
                Name = "frame",
                Sketch = new Sketch().Rect(Frame.Grow(12), 60, Palette.White)
                    .Framed(SceneryChooser.For(context.Story, context.Segment), Frame, 50, palette, context.Segment.Title),
                Depth = 0.15,
                Entrance = LayerEntrance.Fade,
            },
            .. chart,
            new DrawnLayer { Name = "number", Sketch = Words(palette, item, 780, 340), Entrance = LayerEntrance.Rise, CueSentence = cue,
                CueFraction = 0.2 },
        ];
    }

    /// <summary>Without a picture of it: the number over the whole width, and what the sentence with it says.</summary>
    private static List<DrawnLayer> Alone(SceneContext context, DiagramItem item, int cue) =>
    [
        .. Sceneries.Ground(context),
        Parts.Heading(context, onDark: true),
        new DrawnLayer { Name = "number", Sketch = Words(context.Palette, item, 1700, 430), Entrance = LayerEntrance.Rise,
            CueSentence = cue, CueFraction = 0.2 },
    ];

    private static Sketch Words(Palette palette, DiagramItem item, double width, double largest)
    {
        // "10 million": the figures large, the rest with the unit.
        var parts = item.Value.Split(' ', 2);
        var number = Typesetter.Fit(parts[0], FontStyle.ExtraBold, largest, 110, width, 1);
        var unit = Typesetter.Fit(string.Join(' ', [.. parts.Skip(1), item.Label]), FontStyle.SemiBold, largest / 4.6, 44, width, 2);
        var qualifier = item.Values.Count > 1
            && item.Values[1].Text.Length > 0 ? Typesetter.Line(Phrases.Capitalise(item.Values[1].Text), FontStyle.SemiBold, 64) : null;
        var height = number.Height + 22 + unit.Height + (qualifier?.Height ?? 0);
        var top = Math.Min(560 - (height / 2), 860 - height);
        Sketch sketch = new();
        if (qualifier is not null)
        {
            sketch.Text(qualifier, 98, top, Palette.White, palette.Base);
            top += qualifier.Height;
        }

        return sketch.Text(number, 90, top, palette.Accent, palette.Base)
            .Text(unit, 98, top + number.Height + 22, Palette.White, palette.Base);
    }

    private static IEnumerable<DrawnLayer> Chart(SceneContext context, DiagramItem item, int cue)
    {
        var palette = context.Palette;
        var amount = double.TryParse(item.Value, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        var thing = context.Picture(item.Label, context.Segment.Title);
        if (StartsWith(item.Label, "percent", "per cent", "Prozent") && amount is > 0 and <= 100)
        {
            yield return Chart("ring", Share(palette, amount / 100), cue, LayerEntrance.Wipe);
            if (thing is not null)
            {
                yield return Hero(thing, 250);
            }
        }
        else if (StartsWith(item.Label, "times", "mal", "Mal") && amount is >= 2 and <= 60 && thing is not null)
        {
            yield return Chart("things", Many(thing, (int)amount), cue, LayerEntrance.Wipe);
        }
        else if (thing is not null)
        {
            yield return Hero(thing, 400);
        }
    }

    private static bool StartsWith(string text, params string[] beginnings) =>
        beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal));

    private static DrawnLayer Chart(string name, Sketch sketch, int cue, LayerEntrance entrance) =>
        new() { Name = name, Sketch = sketch, Entrance = entrance, CueSentence = cue, CueFraction = 0.3, Depth = 0.2 };

    private static DrawnLayer Hero(Pictogram pictogram, double size) => new()
    {
        Name = "hero",
        Sketch = new Sketch().Picture(pictogram, Frame.CenterX, Frame.CenterY, size),
        Depth = 0.3,
        Entrance = LayerEntrance.Rise,
        Idle = LayerIdle.Float,
    };

    private static Sketch Share(Palette palette, double share)
    {
        const double Radius = 236;
        var (x, y) = (Frame.CenterX, Frame.CenterY);
        return new Sketch().Circle(x, y, Radius + 62, Palette.White).Ring(x, y, Radius, 76, palette.PaperShade)
            .Arc(x, y, Radius, 76, palette.Glow, 0, 360 * share);
    }

    private static Sketch Many(Pictogram thing, int amount)
    {
        var columns = (int)Math.Ceiling(Math.Sqrt(amount * 1.5));
        var rows = (int)Math.Ceiling(amount / (double)columns);
        var step = Math.Min(120, Math.Min((Frame.Width - 70) / columns, (Frame.Height - 70) / rows));
        Sketch sketch = new();
        for (var i = 0; i < amount; i++)
        {
            var x = Frame.CenterX + (((i % columns) - ((columns - 1) / 2.0)) * step);
            var y = Frame.CenterY + (((i / columns) - ((rows - 1) / 2.0)) * step);
            sketch.Circle(x, y, step * 0.43, Palette.White, 0.86).Picture(thing, x, y, step * 0.6);
        }

        return sketch;
    }
}
