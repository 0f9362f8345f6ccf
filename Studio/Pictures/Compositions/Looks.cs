using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Sees to it that no three scenes in a row are laid out alike around a pictogram.</summary>
internal static class Looks
{
    private enum Look
    {
        /// <summary>A diagram, the opening, the end, or type alone, whose layouts take turns anyway.</summary>
        Other,

        /// <summary>A card with the words beside the pictogram.</summary>
        Card,

        /// <summary>The pictogram on a panel, the words beside it.</summary>
        Spotlight,
    }

    /// <summary>Whether a scene would be the third in a row of its look: then it is set by type alone.</summary>
    public static bool IsThirdInARow(SceneContext context)
    {
        var look = Of(context);
        if (look == Look.Other)
        {
            return false;
        }

        var before = 0;
        while (before < context.Index && Of(context.At(context.Index - 1 - before)) == look)
        {
            before++;
        }

        return before % 3 == 2;
    }

    private static Look Of(SceneContext context) =>
        context.Segment is { Diagram: not (null or { Kind: DiagramKind.Relation }) } or { Kind: SegmentKind.Hook or SegmentKind.Conclusion }
            || !context.NamesAThing
            ? Look.Other
            : context.Segment.KeyPoints.Count < 2 ? Look.Card : Look.Spotlight;
}
