using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>An idea that needs no list: a bright scene over the whole picture, and a card with the title and at most one statement.</summary>
internal static class StatementComposition
{
    private const double CardX = 110;
    private const double CardWidth = 860;
    private const double Padding = 76;
    private const double HeroX = 1420;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var palette = context.Palette;
        var point = context.Segment.KeyPoints.Count > 0 ? context.Segment.KeyPoints[0] : null;
        var picture = point is null ? null : context.TryPicture(point);
        var hero = context.Hero();
        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, 100, 56, CardWidth - (2 * Padding), 3, 1.06);
        var inset = picture is null ? 0 : 152;
        var label = point is null ? null : Typesetter.Fit(point, FontStyle.SemiBold, 54, 36, CardWidth - (2 * Padding) - inset, 2);
        var row = label is null ? 0 : Math.Max(label.Height, picture is null ? 0 : 124) + 56;
        var height = (2 * Padding) + 44 + title.Height + row;
        var card = new Box(CardX, 470 - (height / 2), CardWidth, height);
        List<DrawnLayer> layers =
        [
            Backdrops.Layer(new Sketch().Framed(SceneryChooser.For(context.Story, context.Segment), Canvas.Bleed, 0, palette, context.Segment.Title)),
            new DrawnLayer
            {
                Name = "disc",
                Sketch = new Sketch().Circle(HeroX, 460, 330, Palette.White, 0.35).Circle(HeroX, 460, 270, Palette.White, 0.55),
                Depth = 0.15,
                Entrance = LayerEntrance.Fade,
            },
            new DrawnLayer { Name = "hero", Sketch = new Sketch().Picture(hero, HeroX, 460, 400), Depth = 0.3, Entrance = LayerEntrance.Rise, Idle = LayerIdle.Float },
            new DrawnLayer
            {
                Name = "title",
                Sketch = new Sketch().Card(card, palette.Paper, palette.Deep, 48).Rect(new Box(CardX + Padding + 2, card.Y + Padding, 110, 14), 7, palette.Glow)
                    .Text(title, CardX + Padding, card.Y + Padding + 44, palette.Deep, palette.Paper),
                Entrance = LayerEntrance.Rise,
            },
        ];
        if (label is not null)
        {
            var y = card.Bottom - Padding - ((row - 56) / 2);
            var sketch = new Sketch().Text(label, CardX + Padding + inset, y - (label.Height / 2), palette.Deep, palette.Paper);
            layers.Add(new DrawnLayer
            {
                Name = "point",
                Sketch = picture is null ? sketch : sketch.Disc(picture, CardX + Padding + 62, y, 62, palette.Accent),
                Entrance = LayerEntrance.FromLeft,
                CueSentence = context.Cue(point!, 0, 1),
                CueFraction = 0.2,
            });
        }

        return layers;
    }
}
