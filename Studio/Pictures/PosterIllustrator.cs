using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Studio.Pictures.Pictograms;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Draws a segment as one finished picture: all layers of its scene at rest. Needs no network, and no program but Node.js, for
/// formulas.</summary>
public sealed class PosterIllustrator : IStillIllustrator
{
    /// <inheritdoc/>
    public string Identity => "poster/8";

    /// <inheritdoc />
    public async Task DrawAsync(SceneRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await FormulaSetter.PrepareAsync(request.Story, cancellationToken);
        await Task.Run(
            () =>
            {
                var context = new SceneContext(request.Story, request.Index, PictogramChooser.For(request.Story.Language));
                Rasteriser.Draw(CompositionChooser.Compose(context).Select(layer => layer.Sketch), context.Canvas.View, file);
            },
            cancellationToken);
    }
}
