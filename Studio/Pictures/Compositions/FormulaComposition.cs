using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>A formula, set as in a book, as large as it goes.</summary>
internal static class FormulaComposition
{
    private const double Largest = 150;
    private const double MostMargin = 70;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var latex = context.Diagram.Text ?? "";
        var heading = Parts.Heading(context, onDark: false);
        var room = Parts.Below(context, heading);
        var caption = context.Diagram.Caption is { Length: > 0 } words
            ? Typesetter.Fit(words, FontStyle.Medium, 46, 30, room.Width - (context.Canvas.Stacked ? 40 : 160), 2) : null;
        var margin = context.Canvas.Stacked ? 44 : MostMargin;
        var body = room with { Height = room.Height - (caption is null ? 0 : caption.Height + 40) };
        var (formula, box) = FormulaSetter.Find(latex) is { } set ? Set(palette, set, latex, body, margin)
            : Plain(palette, latex, body, margin);
        var card = box.Grow(margin);
        card = card with
        {
            X = Math.Max(room.X, card.X),
            Width = Math.Min(room.Width, card.Width),
            Y = Math.Max(room.Y, card.Y),
            Height = Math.Min(body.Height, card.Height)
        };
        List<DrawnLayer> layers =
        [
            .. Backdrops.Light(context),
            heading,
            new DrawnLayer
            {
                Name = "card",
                Sketch = new Sketch().Card(card, Palette.White, Colour.Mix(palette.PaperShade, palette.Glow, 0.3), 40)
                    .Rect(new Box(card.X + 44, card.Y, 120, 12), 6, palette.Glow),
                Entrance = LayerEntrance.Rise,
            },
            new DrawnLayer { Name = "formula", Sketch = formula, Entrance = LayerEntrance.Wipe, CueSentence = SentenceOf(context, latex),
                CueFraction = context.SentenceCount > 1 ? 0 : 0.08 },
        ];
        if (caption is not null)
        {
            layers.Add(new DrawnLayer
            {
                Name = "caption",
                Sketch = new Sketch().Text(caption, room.CenterX, card.Bottom + 40, palette.Deep, palette.PaperShade, TextAlign.Center),
                Entrance = LayerEntrance.Rise,
                CueFraction = 0.4,
            });
        }

        return layers;
    }

    /// <summary>The sentence that says the formula: "where n is …" may follow it; else the last one.</summary>
    private static int SentenceOf(SceneContext context, string latex)
    {
        var formula = Signs(Latex.ToPlain(latex));
        var at = context.Sentences.ToList().FindIndex(sentence => Signs(sentence) == formula);
        return at < 0 ? context.SentenceCount - 1 : at;
    }

    private static string Signs(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static (Sketch Sketch, Box Box) Set(Palette palette, SetFormula formula, string latex, Box room, double margin)
    {
        var size = Math.Min(Largest, Math.Min((room.Width - (2 * margin)) / formula.Width, (room.Height - (2 * margin)) / formula.Height));
        var box = Box.Around(room.CenterX, room.Y + (room.Height * 0.46), formula.Width * size, formula.Height * size);
        box = box with { Y = Math.Max(room.Y + margin, box.Y) };
        return (new Sketch().Add(box.Grow(4), canvas => formula.Draw(canvas, box.X, box.Y, size, palette.Deep))
            .Note(new DrawnText(Latex.ToPlain(latex), box, palette.Deep, Palette.White) { Size = size }), box);
    }

    private static (Sketch Sketch, Box Box) Plain(Palette palette, string latex, Box room, double margin)
    {
        var text = Stack.Of([new StackRow(Latex.ToPlain(latex), FontStyle.SemiBold)],
            new Box(0, 0, room.Width - (2 * margin), room.Height - (2 * margin)), 110, 0, 0)[0].Text;
        var box = Box.Around(room.CenterX, room.Y + (room.Height * 0.46), text.Width, text.Height);
        return (new Sketch().Text(text, box.X, box.Y, palette.Deep, Palette.White), box);
    }
}
