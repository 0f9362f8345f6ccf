using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Explains an idea: a picture that fills one side, or the upper part, and on light ground what matters about it. The picture is
/// a pictogram before a scenery, or one that was painted.</summary>
internal static class SpotlightComposition
{
    private const double PanelWidth = 850;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var (palette, canvas, safe) = (context.Palette, context.Canvas, context.Canvas.Safe);
        var mirrored = IsMirrored(context.Index);
        var painting = context.Painting is { } file ? OwnPicture.TryRead(file, out _) : null;
        IReadOnlyList<(string Text, int? Sentence)> points = [.. context.Segment.KeyPoints.Take(4).Select(point => (point, (int?)null))];
        if (points.Count == 0 && (painting is not null || context.Layout > 0))
        {
            points = [.. context.Gist(3).Select(gist => (gist.Text, (int?)gist.Sentence))];
        }

        var cues = points.Select((point, i) => point.Sentence ?? context.Cue(point.Text, i, points.Count)).ToList();
        var hero = painting is null ? context.Hero() : null;
        if (painting is null && hero is null)
        {
            return StatementComposition.ByType(context)(context);
        }

        var pictures = context.Pictures([.. points.Select(point => point.Text)]);
        var panel = PaintingOn(canvas, context.Index);
        var edge = canvas.Stacked ? new Box(panel.X, panel.Bottom, panel.Width, 12)
            : new Box(mirrored ? panel.X - 12 : panel.Right, -90, 12, 1260);
        var (heroX, heroY, heroSize) = canvas.Stacked ? (safe.CenterX, canvas.Tall ? 370.0 : 146, canvas.Tall ? 400.0 : 200)
            : (mirrored ? canvas.Width - (PanelWidth / 2) : PanelWidth / 2, 470, 470);
        var left = canvas.Stacked || mirrored ? safe.X : PanelWidth + 90;
        var width = canvas.Stacked ? safe.Width : canvas.Width - PanelWidth - 186;
        List<DrawnLayer> layers =
        [
            .. Backdrops.Light(context),
            new DrawnLayer
            {
                // Paintings are told apart by their names; panels are built alike.
                Name = painting is null ? "panel" : $"painting-{context.Segment.Id}",
                Sketch = (painting is null
                        ? new Sketch().Framed(SceneryChooser.For(context.Story, context.Segment), panel, 0, palette, context.Segment.Title)
                        : new Sketch().Bitmap(painting, panel))
                    .Rect(edge, 0, palette.Accent),
                Depth = 0.1,
                Painting = painting is null ? null : panel,
            },
        ];
        if (hero is not null)
        {
            layers.Add(new DrawnLayer
            {
                Name = "hero",
                Sketch = new Sketch().Picture(hero, heroX, heroY, heroSize),
                Depth = 0.3,
                Entrance = LayerEntrance.Rise,
                Idle = LayerIdle.Float
            });
        }

        var title = Typesetter.Fit(context.Segment.Title, FontStyle.ExtraBold, canvas.Stacked ? 72 : 88, canvas.Stacked ? 46 : 52, width,
            canvas.Size == VideoSize.Square ? 2 : 3, 1.06);
        var pictured = pictures is [not null, ..];
        var inset = pictured ? 168.0 : 44;
        var room = canvas.Stacked ? safe.Bottom - panel.Bottom - 36 - title.Height - 86 : double.PositiveInfinity;
        var pointHeight = Math.Min(points.Count > 3 ? 132 : 168, room / Math.Max(1, points.Count));
        var top = canvas.Stacked ? panel.Bottom + 36 : Math.Max(104, 470 - ((title.Height + 90 + (pointHeight * points.Count)) / 2));
        layers.Add(new DrawnLayer
        {
            Name = "title",
            Sketch = new Sketch().Rect(new Box(left + 2, top, 96, 14), 7, palette.Glow)
                .Text(title, left, top + 40, palette.Deep, palette.PaperShade),
            Entrance = LayerEntrance.Rise,
        });
        var first = top + title.Height + 86;
        var cue = 0;
        for (var i = 0; i < points.Count; i++)
        {
            cue = Math.Max(cue, cues[i]);
            var y = first + (pointHeight * (i + 0.5));
            var label = Typesetter.Fit(points[i].Text, FontStyle.SemiBold, Math.Min(pictured ? 52 : 58, pointHeight * 0.42),
                Math.Min(36, pointHeight * 0.38), width - inset - 8, 2);
            layers.Add(new DrawnLayer
            {
                Name = $"point-{i + 1}",
                Sketch = (pictures[i] is { } picture
                        ? new Sketch().Disc(picture, left + 66, y, Math.Min(66, pointHeight * 0.46), palette.Signal(i))
                        : new Sketch().Rect(new Box(left, label.TopAround(y), 12, label.Height), 6, palette.Glow))
                    .Text(label, left + inset, label.TopAround(y), palette.Deep, palette.PaperShade),
                Entrance = mirrored ? LayerEntrance.FromLeft : LayerEntrance.FromRight,
                CueSentence = cue,
                CueFraction = 0.15 + (0.3 * layers.Count(layer =>
                    layer.Name.StartsWith("point", StringComparison.Ordinal) && layer.CueSentence == cue)),
            });
        }

        return layers;
    }

    /// <summary>Where the picture is, the camera's margin included: on one side by turns, or above.</summary>
    public static Box PaintingOn(Canvas canvas, int index) =>
        canvas.Stacked ? canvas.Bleed with { Height = (canvas.Tall ? 620.0 : 270) - canvas.Bleed.Y }
            : IsMirrored(index) ? new Box(canvas.Width - PanelWidth, -90, PanelWidth + 90, 1260) : new Box(-90, -90, PanelWidth + 90, 1260);

    private static bool IsMirrored(int index) => index % 2 == 0;
}
