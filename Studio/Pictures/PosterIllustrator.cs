using System.Globalization;
using System.Text;
using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Draws a segment as one finished picture. Needs librsvg's <c>rsvg-convert</c>; no network.</summary>
public sealed class PosterIllustrator : IStillIllustrator
{
    /// <inheritdoc/>
    public string Identity => "poster/1";

    /// <inheritdoc />
    public async Task DrawAsync(SceneRequest request, string file, CancellationToken cancellationToken)
    {
        var layers = Composer.Compose(new SceneContext(request.Story, request.Index, PictogramChooser.For(request.Story.Language)));
        await Rasteriser.DrawAsync(Flatten(layers), file, cancellationToken);
    }

    /// <summary>All layers at rest in one document, each in a drawing of its own so that their definitions stay apart.</summary>
    internal static string Flatten(IReadOnlyList<DrawnLayer> layers)
    {
        StringBuilder svg = new($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Canvas.Width}\" height=\"{Canvas.Height}\" viewBox=\"0 0 {Canvas.Width} {Canvas.Height}\">");
        for (var i = 0; i < layers.Count; i++)
        {
            var box = layers[i].Pixels;
            var document = layers[i].Sketch.ToSvg(box).Replace("id=\"", $"id=\"l{i}", StringComparison.Ordinal).Replace("url(#", $"url(#l{i}", StringComparison.Ordinal)
                .Replace("href=\"#", $"href=\"#l{i}", StringComparison.Ordinal);
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({box.X} {box.Y})\">{document}</g>");
        }

        return svg.Append("</svg>").ToString();
    }
}
