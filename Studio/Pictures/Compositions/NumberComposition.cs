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
    private const int LongestTold = 170;
    private const int MostTold = 4;

    private static readonly Box Beside = new(96, 0, 1700, double.PositiveInfinity);

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, canvas, safe) = (context.Palette, context.Canvas, context.Canvas.Safe);
        var item = context.Diagram.Items[0];
        var cue = context.CueOf(item, 1, 2);
        var heading = Parts.Heading(context, onDark: true, canvas.Stacked ? safe.Width : 780);
        var under = Parts.Below(context, heading);
        var frame = canvas.Stacked ? under with { Height = under.Height * (canvas.Tall ? 0.52 : 0.46) } : new Box(930, 150, 894, 690);
        if (Chart(context, frame, item, cue).ToList() is not { Count: > 0 } chart)
        {
            return Alone(context, item, cue);
        }

        var room = canvas.Stacked ? under with { Y = frame.Bottom + 30, Height = under.Bottom - frame.Bottom - 30 }
            : Beside with { Width = 780 };
        return
        [
            .. Sceneries.Ground(context),
            heading,
            new DrawnLayer
            {
                Name = "frame",
                Sketch = new Sketch().Rect(frame.Grow(12), 60, Palette.White)
                    .Framed(SceneryChooser.For(context.Story, context.Segment), frame, 50, palette, context.Segment.Title),
                Depth = 0.15,
                Entrance = LayerEntrance.Fade,
                Idle = LayerIdle.Step,
            },
            .. chart,
            new DrawnLayer { Name = "number", Sketch = Words(context, item, room, 340), Entrance = LayerEntrance.Rise, CueSentence = cue,
                CueFraction = 0.2 },
        ];
    }

    /// <summary>
    /// Without a picture of it: the number, and beside or below it the sentence that says what it counts, among what the others say.
    /// </summary>
    private static List<DrawnLayer> Alone(SceneContext context, DiagramItem item, int cue)
    {
        var heading = Parts.Heading(context, onDark: true);
        var under = Parts.Below(context, heading);
        var stacked = context.Canvas.Stacked;
        var told = Told(context, cue);
        var room = stacked ? told.Count == 0 ? under : under with { Height = under.Height * (told.Count == 1 ? 0.6 : 0.45) }
            : told.Count == 0 ? Beside : Beside with { Width = 880 };
        List<DrawnLayer> layers =
        [
            .. Sceneries.Ground(context),
            heading,
            new DrawnLayer { Name = "number", Sketch = Words(context, item, room, 430), Entrance = LayerEntrance.Rise, CueSentence = cue,
                CueFraction = 0.2 },
        ];
        if (told.Count == 0)
        {
            return layers;
        }

        var box = stacked ? new Box(under.X + 38, room.Bottom, under.Width - 38, under.Bottom - room.Bottom)
            : new Box(1070, 260, 754, 600);
        var placed = Stack.Of([.. told.Select(text => new StackRow(text.Text, FontStyle.SemiBold))], box, 56, 0, 36);
        var top = placed[0].Row.Y;
        var moved = stacked ? 0 : Math.Max(box.Y, 560 - ((placed[^1].Row.Bottom - top) / 2)) - top;
        layers.AddRange(placed.Select((text, i) => new DrawnLayer
        {
            Name = $"told-{i + 1}",
            Sketch = new Sketch().Rect(new Box(box.X - 38, text.Row.Y + moved, 10, text.Text.Height), 5, context.Palette.Accent)
                .Text(text.Text, box.X, text.Row.Y + moved, Palette.White, context.Palette.Glow),
            Entrance = LayerEntrance.FromLeft,
            CueSentence = told[i].Sentence,
            CueFraction = 0.05,
        }));
        return layers;
    }

    /// <summary>The sentence with the number, whole, and the gist of the others, so that the picture does not stand beside them.</summary>
    private static IReadOnlyList<(string Text, int Sentence)> Told(SceneContext context, int cue)
    {
        var others = context.Gist(MostTold).Where(gist => gist.Sentence != cue).Take(MostTold - 1);
        return context.SentenceAt(cue) is not { Length: > 0 and <= LongestTold } sentence ? []
            : [.. others.Append((KeyPoints.Label(sentence), cue)).OrderBy(text => text.Item2)];
    }

    private static Sketch Words(SceneContext context, DiagramItem item, Box room, double largest)
    {
        var (palette, width) = (context.Palette, room.Width);

        // "10 million": the figures large, the rest with the unit.
        var parts = item.Value.Split(' ', 2);
        largest = Math.Min(largest, room.Height * 0.56);
        var number = Typesetter.Fit(parts[0], FontStyle.ExtraBold, largest, Math.Min(110, largest), width, 1);
        var unit = Typesetter.Fit(string.Join(' ', [.. parts.Skip(1), item.Label]), FontStyle.SemiBold,
            context.Canvas.Stacked ? Math.Clamp(largest / 3, 40, 72) : largest / 4.6, context.Canvas.Stacked ? 36 : 44, width, 2);
        var qualifier = item.Values.Count > 1
            && item.Values[1].Text.Length > 0
            ? Typesetter.Line(Phrases.Capitalise(item.Values[1].Text), FontStyle.SemiBold, context.Canvas.Stacked ? 48 : 64) : null;
        var height = number.Height + 22 + unit.Height + (qualifier?.Height ?? 0);
        var top = context.Canvas.Stacked ? Math.Max(room.Y, room.CenterY - (height / 2)) : Math.Min(560 - (height / 2), 860 - height);
        var left = context.Canvas.Safe.X + 2;
        Sketch sketch = new();
        if (qualifier is not null)
        {
            sketch.Text(qualifier, left, top, Palette.White, palette.Base);
            top += qualifier.Height;
        }

        return sketch.Text(number, left - (context.Canvas.Stacked ? 2 : 8), top, palette.Accent, palette.Base)
            .Text(unit, left, top + number.Height + 22, Palette.White, palette.Base);
    }

    private static IEnumerable<DrawnLayer> Chart(SceneContext context, Box frame, DiagramItem item, int cue)
    {
        var palette = context.Palette;
        var amount = double.TryParse(item.Value, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        var isTimes = StartsWith(item.Label, "times", "mal", "Mal");
        // A picture that stands there forty times must be what is counted.
        var thing = isTimes ? context.TryPicture(item.Label) : context.Picture(item.Label, context.Segment.Title);
        if (StartsWith(item.Label, "percent", "per cent", "Prozent") && amount is > 0 and <= 100)
        {
            yield return Chart("ring", Share(palette, frame, amount / 100), cue, LayerEntrance.Wipe);
            if (thing is not null)
            {
                yield return Hero(thing, frame, Math.Min(250, frame.Height * 0.37));
            }
        }
        else if (isTimes && amount is >= 2 and <= 60 && thing is not null)
        {
            yield return Chart("things", Many(thing, frame, (int)amount), cue, LayerEntrance.Wipe);
        }
        else if (thing is not null)
        {
            yield return Hero(thing, frame, Math.Min(400, frame.Height * 0.66));
        }
    }

    private static bool StartsWith(string text, params string[] beginnings) =>
        beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal));

    private static DrawnLayer Chart(string name, Sketch sketch, int cue, LayerEntrance entrance) =>
        new()
        {
            Name = name,
            Sketch = sketch,
            Entrance = entrance,
            CueSentence = cue,
            CueFraction = 0.3,
            Depth = 0.2,
            Idle = LayerIdle.Step,
        };

    private static DrawnLayer Hero(Pictogram pictogram, Box frame, double size) => new()
    {
        Name = "hero",
        Sketch = new Sketch().Picture(pictogram, frame.CenterX, frame.CenterY, size),
        Depth = 0.3,
        Entrance = LayerEntrance.Rise,
        Idle = LayerIdle.Float,
    };

    private static Sketch Share(Palette palette, Box frame, double share)
    {
        var radius = Math.Min(236, frame.Height * 0.36);
        var (x, y, width) = (frame.CenterX, frame.CenterY, radius * 76 / 236);
        return new Sketch().Circle(x, y, radius + (width * 62 / 76), Palette.White).Ring(x, y, radius, width, palette.PaperShade)
            .Arc(x, y, radius, width, palette.Glow, 0, 360 * share);
    }

    private static Sketch Many(Pictogram thing, Box frame, int amount)
    {
        var columns = (int)Math.Ceiling(Math.Sqrt(amount * 1.5));
        var rows = (int)Math.Ceiling(amount / (double)columns);
        var step = Math.Min(120, Math.Min((frame.Width - 70) / columns, (frame.Height - 70) / rows));
        Sketch sketch = new();
        for (var i = 0; i < amount; i++)
        {
            var x = frame.CenterX + (((i % columns) - ((columns - 1) / 2.0)) * step);
            var y = frame.CenterY + (((i / columns) - ((rows - 1) / 2.0)) * step);
            sketch.Circle(x, y, step * 0.43, Palette.White, 0.86).Picture(thing, x, y, step * 0.6);
        }

        return sketch;
    }
}
