using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A few words that carry the scene by themselves: a quotation, a definition, a key phrase, or what is left of a picture that
/// cannot be shown.</summary>
internal static class CardComposition
{
    // Room that the quotation mark takes where it stands above the words.
    private const double StackedMark = 100;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context) => context.Diagram.Kind switch
    {
        DiagramKind.Quotation => Quotation(context),
        DiagramKind.Definition => Definition(context),
        _ => KeyPhrase(context),
    };

    private static List<DrawnLayer> Quotation(SceneContext context)
    {
        var palette = context.Palette;
        var item = context.Diagram.Items[0];
        var heading = Parts.Heading(context, onDark: true);
        var (safe, stacked) = (context.Canvas.Safe, context.Canvas.Stacked);
        var room = Parts.Below(context, heading);
        room = stacked ? room with { Y = room.Y + StackedMark, Height = room.Height - StackedMark } : room with { X = 300, Width = 1480 };
        var by = item.Value.Length > 0
            ? Typesetter.Fit("— " + item.Value.TrimStart('—', '–', '-', ' '), FontStyle.Medium, 46, 30, room.Width - 40, 2)
            : null;
        var above = room with { Height = room.Height - (by is null ? 0 : by.Height + 46) };
        var placed = Stack.Of([new StackRow(Unquoted(item.Label), FontStyle.Italic)], above, 84, 0, 0)[0];
        var mark = Typesetter.Line("“", FontStyle.ExtraBold, stacked ? 260 : 330);
        var (markX, markY) = stacked ? (safe.X, placed.Row.Y - StackedMark - 50) : (100, placed.Row.Y - 60);
        List<DrawnLayer> layers =
        [
            .. Backdrops.Dark(context),
            heading,
            new DrawnLayer
            {
                Name = "mark",
                Sketch = new Sketch().Add(mark.Ink(mark.Extent(markX, markY, TextAlign.Left)),
                    Parts.Glyphs(mark, markX, markY, palette.Accent)),
                Entrance = LayerEntrance.Fade,
                Idle = LayerIdle.Step,
            },
            new DrawnLayer
            {
                Name = "words",
                Sketch = new Sketch().Text(placed.Text, placed.Row.X, placed.Row.Y, Palette.White, palette.Glow),
                Entrance = LayerEntrance.Rise,
                CueFraction = 0.05,
                Idle = LayerIdle.Step,
            },
        ];
        if (by is not null)
        {
            layers.Add(new DrawnLayer
            {
                Name = "by",
                Sketch = new Sketch().Text(by, placed.Row.X, placed.Row.Bottom + 46,
                    Colour.Readable(palette.Glow, palette.Accent, Palette.White), palette.Glow),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = context.SentenceCount - 1,
                CueFraction = 0.5,
                Idle = LayerIdle.Step,
            });
        }

        return layers;
    }

    // The large mark stands for those of the text.
    private static string Unquoted(string text) =>
        text.Length > 2 && "\"“„«»".Contains(text[0], StringComparison.Ordinal)
            && "\"”“»«".Contains(text[^1], StringComparison.Ordinal) ? text[1..^1].Trim() : text;

    private static List<DrawnLayer> Definition(SceneContext context)
    {
        var palette = context.Palette;
        var item = context.Diagram.Items[0];
        var heading = Parts.Heading(context, onDark: false);
        var room = Parts.Below(context, heading);
        var (left, width) = context.Canvas.Stacked ? (room.X + 56, room.Width - 100) : (180, 1560);
        var term = Typesetter.Fit(item.Label, FontStyle.ExtraBold, context.Canvas.Stacked ? 96 : 118, 56, width, 2);
        var meaning = Stack.Of(
            [new StackRow(item.Value, FontStyle.Medium)], new Box(left, 0, width, room.Height - term.Height - 150), 64, 0, 0)[0].Text;
        var height = term.Height + meaning.Height + 150;
        var card = new Box(room.X, room.Y + ((room.Height - height) * 0.4), room.Width, height);
        return
        [
            .. Backdrops.Light(context),
            heading,
            new DrawnLayer
            {
                Name = "term",
                Sketch = new Sketch().Card(card, Palette.White, Colour.Mix(palette.PaperShade, palette.Glow, 0.3), 36)
                    .Rect(new Box(card.X, card.Y + 36, 14, card.Height - 72), 7, palette.Glow)
                    .Text(term, left, card.Y + 46, palette.Glow, Palette.White),
                Entrance = LayerEntrance.Rise,
                CueFraction = 0.02,
            },
            new DrawnLayer
            {
                Name = "meaning",
                Sketch = new Sketch().Text(meaning, left, card.Y + 46 + term.Height + 44, palette.Deep, Palette.White),
                Entrance = LayerEntrance.Rise,
                CueFraction = 0.25,
            },
        ];
    }

    private static List<DrawnLayer> KeyPhrase(SceneContext context)
    {
        var palette = context.Palette;
        var diagram = context.Diagram;
        var item = diagram.Items.Count > 0 ? diagram.Items[0] : null;
        var text = item?.Label ?? diagram.Caption ?? context.Segment.Title;
        var below = item?.Value ?? "";
        var dark = context.Index % 2 == 0;
        var (ink, ground) = dark ? (Palette.White, palette.Glow) : (palette.Deep, palette.PaperShade);
        var heading = Parts.Heading(context, dark);
        List<StackRow> rows = [new(text, FontStyle.ExtraBold)];
        if (below.Length > 0)
        {
            rows.Add(new StackRow(below, FontStyle.Medium, 0, 0.5));
        }

        var room = Parts.Below(context, heading);
        var lead = context.Canvas.Stacked ? 44 : 60;
        room = context.Canvas.Stacked ? room with { X = room.X + lead, Width = room.Width - lead } : room with { X = 180, Width = 1580 };
        var placed = Stack.Of(rows, room, 110, 10, 40);
        List<DrawnLayer> layers = [.. dark ? Backdrops.Dark(context) : Backdrops.Light(context), heading];
        for (var i = 0; i < placed.Count; i++)
        {
            var (block, row) = placed[i];
            var sketch = i == 0 ? new Sketch().Rect(new Box(row.X - lead, row.Y, 12, row.Height), 6, dark ? palette.Accent : palette.Glow)
                : new Sketch();
            layers.Add(new DrawnLayer
            {
                Name = i == 0 ? "words" : "below",
                Sketch = sketch.Text(block, row.X, row.Y + 10, ink, ground),
                Entrance = LayerEntrance.Rise,
                CueFraction = i == 0 ? 0.1 : 0.4,
            });
        }

        return layers;
    }
}
