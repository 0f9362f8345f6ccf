using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>
/// Running text: what each sentence says comes with it, in its own words, beside a pictogram where the words surely name one, else by type
/// alone. Three
/// layouts take turns, so that neighbours do not look alike.
/// </summary>
internal static class StatementComposition
{
    private const int Most = 4;
    private const double Padding = 64;

    /// <summary>The way in which a scene is laid out: beside the pictogram that its words name, else by type.</summary>
    public static Func<SceneContext, IReadOnlyList<DrawnLayer>> For(SceneContext context) =>
        context.NamesAThing ? Beside : ByType(context);

    /// <summary>The same without a pictogram, though the words name one.</summary>
    public static Func<SceneContext, IReadOnlyList<DrawnLayer>> ByType(SceneContext context) =>
        context.Index % 3 == 1 ? Split
            : context.Index % 3 == 0 || Points(context).Count == 1 ? Large
            : Cards;

    /// <summary>A card with the words, the pictogram on a disc beside it; by type where they name none.</summary>
    public static IReadOnlyList<DrawnLayer> Beside(SceneContext context)
    {
        var points = Points(context);
        return context.Hero() is { } hero ? Beside(context, points, hero) : ByType(context)(context);
    }

    /// <summary>One column, as large as it goes, on dark ground.</summary>
    public static IReadOnlyList<DrawnLayer> Large(SceneContext context) => Large(context, Points(context));

    /// <summary>The title on a coloured panel, the statements on light ground beside or below it.</summary>
    public static IReadOnlyList<DrawnLayer> Split(SceneContext context) => Split(context, Points(context));

    /// <summary>A card for each statement, on light ground.</summary>
    public static IReadOnlyList<DrawnLayer> Cards(SceneContext context) => Cards(context, Points(context));

    /// <summary>
    /// The lesson's own key points, else what each sentence says: also where the points are some of its sentences, or begin them, because
    /// the others may say more. The title alone is no statement.
    /// </summary>
    internal static IReadOnlyList<(string Text, int Sentence)> Points(SceneContext context)
    {
        var given = context.Segment.KeyPoints.Where(point => !point.Equals(context.Segment.Title, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var gist = context.Gist(Most);
        var isAmongThem = given.TrueForAll(point => gist.Any(said => said.Text.StartsWith(point, StringComparison.OrdinalIgnoreCase)));
        if (gist.Count > 0 && (given.Count < 2 || isAmongThem))
        {
            return gist;
        }

        var cue = 0;
        return [.. given.Take(Most).Select((point, i) => (point, cue = context.Cue(point, i, given.Count, cue)))];
    }

    /// <summary>A card with the words, the pictogram on a disc beside it, or above it where there is no room beside.</summary>
    private static List<DrawnLayer> Beside(SceneContext context, IReadOnlyList<(string Text, int Sentence)> points, Pictogram hero)
    {
        var (palette, canvas, safe) = (context.Palette, context.Canvas, context.Canvas.Safe);
        var radius = canvas.Tall ? 250.0 : canvas.Stacked ? 120 : 320;
        var (x, y) = canvas.Stacked ? (safe.CenterX, safe.Y + radius) : (1470, 460);
        var room = canvas.Stacked
            ? new Box(safe.X, safe.Y + (2 * radius) + 24, safe.Width, safe.Height - (2 * radius) - 24)
            : safe with { Width = 900 };
        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, canvas.Stacked ? 72 : 84, 46, room.Width - (2 * Padding), 3,
            1.06);
        List<DrawnLayer> layers =
        [
            Backdrops.Layer(canvas, new Sketch().Framed(SceneryChooser.For(context.Story, context.Segment), canvas.Bleed, 0, palette,
                context.Segment.Title)),
            new DrawnLayer
            {
                Name = "disc",
                Sketch = new Sketch().Circle(x, y, radius, Palette.White, 0.35).Circle(x, y, radius * 262 / 320, Palette.White, 0.55),
                Depth = 0.15,
                Entrance = LayerEntrance.Fade,
            },
            new DrawnLayer { Name = "hero", Sketch = new Sketch().Picture(hero, x, y, radius * 1.25), Depth = 0.3,
                Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float },
        ];
        var head = Padding + 34 + title.Height;
        var text = new Box(safe.X + Padding + 38, 0, room.Width - (2 * Padding) - 38, room.Height - head - (2 * Padding));
        var placed = points.Count == 0 ? []
            : Stack.Of([.. points.Select(point => new StackRow(point.Text, FontStyle.SemiBold))], text, 54 * canvas.Larger, 4, 30);
        var bodyTop = placed.Count == 0 ? 0 : placed[0].Row.Y;
        var body = placed.Count == 0 ? 0 : placed[^1].Row.Bottom - bodyTop + 44;
        var card = new Box(safe.X, 0, room.Width, head + body + Padding);
        card = card with { Y = room.Y + ((room.Height - card.Height) / 2) };
        layers.Add(new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Card(card, palette.Paper, palette.Deep, 44)
                .Rect(new Box(card.X + Padding + 2, card.Y + Padding, 100, 12), 6, palette.Glow)
                .Text(title, card.X + Padding, card.Y + Padding + 34, palette.Deep, palette.Paper),
            Entrance = LayerEntrance.Rise,
        });
        layers.AddRange(placed.Select((point, i) => Point(
            i, points[i].Sentence, point.Text, point.Row with { Y = card.Y + head + 44 + point.Row.Y - bodyTop }, palette.Deep,
                palette.Paper, palette.Glow)));
        return layers;
    }

    private static List<DrawnLayer> Large(SceneContext context, IReadOnlyList<(string Text, int Sentence)> points)
    {
        var palette = context.Palette;
        var heading = Parts.Heading(context, onDark: true);
        List<DrawnLayer> layers = [.. Sceneries.Ground(context), heading];
        var (safe, stacked) = (context.Canvas.Safe, context.Canvas.Stacked);
        var room = Parts.Below(context, heading) with { X = safe.X + (stacked ? 38 : 60), Width = safe.Width - (stacked ? 38 : 160) };
        var placed = points.Count == 0 ? []
            : Stack.Of([.. points.Select(point => new StackRow(point.Text, FontStyle.ExtraBold))], room, 84 * Larger(points), 6, 54);
        layers.AddRange(placed.Select((point, i) =>
            Point(i, points[i].Sentence, point.Text, point.Row, Palette.White, palette.Glow, palette.Accent)));
        return layers;
    }

    private static List<DrawnLayer> Split(SceneContext context, IReadOnlyList<(string Text, int Sentence)> points)
    {
        var (palette, canvas, safe) = (context.Palette, context.Canvas, context.Canvas.Safe);
        var title = canvas.Stacked
            ? Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 84, 48, safe.Width, 3, 1.08)
            : Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 92, 48, 540, 6, 1.08);
        var top = canvas.Stacked ? safe.Y + 50 : title.TopAround(480);
        var panel = canvas.Stacked ? canvas.Bleed with { Height = top + title.Height + 50 - canvas.Bleed.Y } : new Box(-90, -90, 800, 1260);
        var (low, high) = canvas.Stacked ? (panel.Bottom - 60, panel.Bottom - 420) : (950.0, 40.0);
        List<DrawnLayer> layers =
        [
            .. Backdrops.Light(context),
            new DrawnLayer
            {
                Name = "panel",
                Sketch = new Sketch().Rect(panel, 0, palette.Base)
                    .Clipped(panel, 0, new Sketch().Circle(80, low, 470, palette.Glow, 0.6)
                        .Circle(canvas.Stacked ? 940 : 700, high, 260, palette.Glow, 0.35)),
                Depth = 0.1,
            },
            new DrawnLayer
            {
                Name = "title",
                Sketch = new Sketch()
                    .Rect(new Box(safe.X + 2, canvas.Stacked ? safe.Y + 6 : title.TopAround(430), 100, 14), 7, palette.Accent)
                    .Text(title, safe.X, top, Palette.White, palette.Glow),
                Entrance = LayerEntrance.Rise,
            },
        ];
        var room = canvas.Stacked
            ? new Box(safe.X + 38, panel.Bottom + 40, safe.Width - 38, safe.Bottom - panel.Bottom - 40)
            : new Box(850, safe.Y + 40, safe.Right - 850, safe.Height - 60);
        var placed = points.Count == 0 ? []
            : Stack.Of([.. points.Select(point => new StackRow(point.Text, FontStyle.SemiBold))], room,
                64 * canvas.Larger * Larger(points), 8,
                canvas.Tall ? 80 : 50);
        layers.AddRange(placed.Select((point, i) =>
            Point(i, points[i].Sentence, point.Text, point.Row, palette.Deep, palette.PaperShade, palette.Glow)));
        return layers;
    }

    private static List<DrawnLayer> Cards(SceneContext context, IReadOnlyList<(string Text, int Sentence)> points)
    {
        var palette = context.Palette;
        var heading = Parts.Heading(context, onDark: false);
        List<DrawnLayer> layers = [.. Backdrops.Light(context), heading];
        if (points.Count == 0)
        {
            return layers;
        }

        var gap = context.Canvas.Stacked ? 30.0 : 44;
        var room = Parts.Below(context, heading);
        var wide = points.Count <= 2 || points.Count == 4;
        var columns = points.Count == 1 || context.Canvas.Stacked ? 1 : wide ? 2 : 3;
        var rows = (points.Count + columns - 1) / columns;
        var box = new Box(0, 0, (room.Width - (gap * (columns - 1))) / columns, Math.Min(520, (room.Height - (gap * (rows - 1))) / rows));
        var size = points.Min(point => Stack.Of([new StackRow(point.Text, FontStyle.SemiBold)],
            new Box(0, 0, box.Width - 96, box.Height - 110), 66, 0, 0)[0].Text.Size);
        for (var i = 0; i < points.Count; i++)
        {
            var card = box with { X = room.X + ((i % columns) * (box.Width + gap)), Y = room.Y + ((i / columns) * (box.Height + gap)) };
            var text = Typesetter.Wrapped(points[i].Text, FontStyle.SemiBold, size, card.Width - 96);
            layers.Add(new DrawnLayer
            {
                Name = $"point-{i + 1}",
                Sketch = new Sketch().Card(card, Palette.White, Colour.Mix(palette.PaperShade, palette.Glow, 0.3), 34)
                    .Rect(new Box(card.X + 48, card.Y + 44, 84, 12), 6, palette.Glow)
                    .Text(text, card.X + 48, card.Y + 44 + ((card.Height - 44 - text.Height) / 2), palette.Deep, Palette.White),
                Entrance = LayerEntrance.Rise,
                CueSentence = points[i].Sentence,
                CueFraction = 0.1,
            });
        }

        return layers;
    }

    /// <summary>By how much few words are set larger, so that they do not look lost.</summary>
    private static double Larger(IReadOnlyList<(string Text, int Sentence)> points) =>
        points.Sum(point => point.Text.Length) switch { <= 30 => 1.6, <= 60 => 1.3, _ => 1 };

    private static DrawnLayer Point(int i, int sentence, TextBlock text, Box row, string ink, string ground, string mark) => new()
    {
        Name = $"point-{i + 1}",
        Sketch = new Sketch().Rect(new Box(row.X - 38, text.TopAround(row.CenterY), 10, text.Height), 5, mark)
            .Text(text, row.X, text.TopAround(row.CenterY), ink, ground),
        Entrance = LayerEntrance.FromLeft,
        CueSentence = sentence,
        CueFraction = 0.1,
    };
}
