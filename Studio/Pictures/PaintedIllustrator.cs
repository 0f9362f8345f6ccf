using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures;

/// <summary>
/// Has a segment's visual guidance painted, and lays the picture out with the segment's title and texts, as scenes are that are drawn here.
/// Diagrams, own pictures and the end are drawn here altogether: they have the lesson's data and words.
/// </summary>
/// <param name="painter">Paints.</param>
/// <param name="illustrator">Lays out, and draws all the rest.</param>
public sealed class PaintedIllustrator(IPicturePainter painter, ISceneIllustrator illustrator) : ISceneIllustrator
{
    /// <inheritdoc/>
    public string Identity => $"painted/2 {painter.Identity} {illustrator.Identity}";

    /// <inheritdoc/>
    public bool Pays(SceneRequest request) => CanPaint(request.Segment);

    /// <summary>Whether a segment's picture can be painted: one without the lesson's data, that is not the end.</summary>
    public static bool CanPaint(Segment segment) => segment is { Diagram: null, Kind: not SegmentKind.Conclusion };

    /// <inheritdoc/>
    public bool KeepsToPictures(SceneRequest request) => painter.KeepsToPictures && Pays(request);

    /// <inheritdoc/>
    public async Task<SceneArt> IllustrateAsync(SceneRequest request, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Pays(request))
        {
            return await illustrator.IllustrateAsync(request, folder, cancellationToken);
        }

        var room = SpotlightComposition.PaintingOn(Canvas.Of(request.Story.Size), request.Index);
        var painting = Path.Combine(folder, $"{request.Segment.Id}-painting.png");
        var prompt = StoryLook.PromptOf(request.Story, request.Segment);
        await painter.PaintAsync(
            prompt, (int)room.Width, (int)room.Height, request.References, request.Segment.Take?.Ordered, painting, cancellationToken);
        return await illustrator.IllustrateAsync(request with { Painting = painting }, folder, cancellationToken);
    }
}
