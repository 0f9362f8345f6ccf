using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Chooses how a segment is laid out: by what it is for, then by its diagram.</summary>
internal static class CompositionChooser
{
    private static readonly Dictionary<DiagramKind,
        (int LeastItems, Func<SceneContext, IReadOnlyList<DrawnLayer>> Compose)> Diagrams = new()
        {
            [DiagramKind.Steps] = (2, StepsComposition.Compose),
            [DiagramKind.Cycle] = (3, CycleComposition.Compose),
            [DiagramKind.Comparison] = (1, SidesComposition.Compose),
            [DiagramKind.Number] = (1, NumberComposition.Compose),
            [DiagramKind.Bars] = (1, BarsComposition.Compose),
            [DiagramKind.Timeline] = (1, TimelineComposition.Compose),
            [DiagramKind.CauseEffect] = (2, CauseEffectComposition.Compose),
            [DiagramKind.List] = (1, ListComposition.Compose),
            [DiagramKind.Questions] = (1, ListComposition.Compose),
            [DiagramKind.Hierarchy] = (2, HierarchyComposition.Compose),
            [DiagramKind.Table] = (1, TableComposition.Compose),
            [DiagramKind.LineChart] = (2, LineChartComposition.Compose),
            [DiagramKind.PieChart] = (2, PieChartComposition.Compose),
            [DiagramKind.BeforeAfter] = (1, SidesComposition.Compose),
            [DiagramKind.Relation] = (1, RelationComposition.Compose),
            [DiagramKind.Formula] = (0, FormulaComposition.Compose),
            [DiagramKind.Code] = (0, CodeComposition.Compose),
            [DiagramKind.Picture] = (0, PictureComposition.Compose),
            [DiagramKind.Quotation] = (1, CardComposition.Compose),
            [DiagramKind.Definition] = (1, CardComposition.Compose),
            [DiagramKind.KeyPhrase] = (1, CardComposition.Compose),
        };

    // Read from the right; code and the way of time stay as they are.
    private static readonly HashSet<string> RightToLeft = ["ar", "he", "fa", "ur", "yi", "ps", "dv", "ckb", "sd", "ug"];

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var layers = Choose(context);
        return RightToLeft.Contains(context.Story.Language.Split('-', '_')[0].ToLowerInvariant())
            && context.Segment.Diagram?.Kind is not (DiagramKind.Code or DiagramKind.LineChart)
            ? [.. layers.Select(layer => layer.Mirrored(context.Canvas.Width))]
            : layers;
    }

    /// <summary>In how many ways a segment can be laid out where it is drawn and not painted; at least one.</summary>
    public static int LayoutsOf(Story story, int index)
    {
        var context = new SceneContext(story, index, PictogramChooser.For(story.Language));
        return Layouts.Of(context, Own(context)).Count;
    }

    private static IReadOnlyList<DrawnLayer> Choose(SceneContext context)
    {
        if (context.Painting is not null)
        {
            return SpotlightComposition.Compose(context);
        }

        var own = Own(context);
        return context.Layout == 0 ? own(context) : (Layouts.Of(context, own).ElementAtOrDefault(context.Layout) ?? own)(context);
    }

    /// <summary>The way in which a segment is laid out by itself.</summary>
    private static Func<SceneContext, IReadOnlyList<DrawnLayer>> Own(SceneContext context)
    {
        if (context.Segment.Kind == SegmentKind.Hook)
        {
            return HookComposition.Compose;
        }

        if (context.Segment.Kind == SegmentKind.Conclusion)
        {
            return ConclusionComposition.Compose;
        }

        if (context.Segment.Diagram is { Kind: DiagramKind.Relation } && context.NamesAThing && !Looks.IsThirdInARow(context))
        {
            // A thing that can be shown says more than a line between words.
            return ByThing(context);
        }

        return context.Segment.Diagram is { } data && Diagrams.TryGetValue(data.Kind, out var diagram)
            && data.Items.Count >= diagram.LeastItems
            ? diagram.Compose
            : Looks.IsThirdInARow(context) ? StatementComposition.ByType(context) : ByThing(context);
    }

    private static Func<SceneContext, IReadOnlyList<DrawnLayer>> ByThing(SceneContext context) =>
        context.Segment.KeyPoints.Count >= 2 && context.NamesAThing ? SpotlightComposition.Compose : StatementComposition.For(context);
}
