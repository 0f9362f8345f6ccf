using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Says which pictograms the pictures of a story would have, without drawing them.</summary>
public static class StoryPictograms
{
    /// <summary>The pictograms by segment; a segment without one is left out.</summary>
    /// <param name="story">The story.</param>
    /// <param name="cancellationToken">Stops the choosing.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<ShownPictogram>>> OfAsync(
        Story story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        await FormulaSetter.PrepareAsync(story, cancellationToken);
        var chooser = PictogramChooser.For(story.Language);
        var shown = new Dictionary<string, IReadOnlyList<ShownPictogram>>(StringComparer.Ordinal);
        for (var i = 0; i < story.Segments.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var context = new SceneContext(story, i, chooser);
            _ = CompositionChooser.Compose(context).Count;
            if (context.Shown is { Count: > 0 } found)
            {
                shown[story.Segments[i].Id] = found;
            }
        }

        return shown;
    }
}
