using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Studio.Pictures.Pictograms;

namespace TemporalVideo.Studio.Pictures;

/// <summary>
/// Draws a segment as a flat vector scene in layers, around its diagram, with pictograms for its words, in the video's palette. Needs no
/// network, and no program but Node.js, for formulas.
/// </summary>
public sealed class VectorIllustrator : ISceneIllustrator
{
    /// <inheritdoc/>
    public string Identity => "vector/18";

    /// <inheritdoc/>
    public bool Pays(SceneRequest request) => false;

    /// <inheritdoc />
    public async Task<SceneArt> IllustrateAsync(SceneRequest request, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await FormulaSetter.PrepareAsync(request.Story, cancellationToken);
        return await Task.Run(() => Illustrate(request, folder, cancellationToken), cancellationToken);
    }

    private static SceneArt Illustrate(SceneRequest request, string folder, CancellationToken cancellationToken)
    {
        var context = new SceneContext(request.Story, request.Index, PictogramChooser.For(request.Story.Language))
        {
            Painting = request.Painting,
        };
        var layers = CompositionChooser.Compose(context).Where(layer => !layer.Sketch.IsEmpty).ToList();
        var files = layers.Select((layer, i) => $"{i + 1:00}-{layer.Name}.png").ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken };
        Parallel.ForEach(layers.Zip(files), options, pair =>
            Rasteriser.Draw([pair.First.Sketch], pair.First.Pixels, Path.Combine(folder, pair.Second)));
        return new SceneArt
        {
            Size = request.Story.Size,
            PlainFormulas = [.. InlineFormulas.Unset(request.Segment)],
            Pictograms = context.Shown,
            Texts = [.. layers.SelectMany(layer => layer.Sketch.Texts).Select(Describe)],
            Accent = context.Palette.Accent,
            Background = context.Palette.Deep,
            Layers = [.. CueNames.On(layers).Zip(files, Describe)],
        };
    }

    private static SceneText Describe(DrawnText text) => new(
        text.Text, (int)text.Extent.X, (int)text.Extent.Y, (int)Math.Ceiling(text.Extent.Width), (int)Math.Ceiling(text.Extent.Height),
        Math.Round(text.Size, 1));

    private static SceneLayer Describe(DrawnLayer layer, string file) => new()
    {
        File = file,
        X = (int)layer.Pixels.X,
        Y = (int)layer.Pixels.Y,
        Width = (int)layer.Pixels.Width,
        Height = (int)layer.Pixels.Height,
        Depth = layer.Sketch.Texts.Count > 0 ? 0 : layer.Depth,
        Entrance = layer.Entrance,
        CueSentence = layer.CueSentence,
        CueFraction = layer.CueFraction,
        CueWords = layer.CueWords,
        Idle = layer.Idle,
        Footage = layer.FootageRoom,
    };
}
