using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>
/// The ways in which a scene that is drawn here can be laid out. They show the same words of the lesson; a diagram, a person's own picture
/// and the end have their own way only, because another one would lose what they show.
/// </summary>
internal static class Layouts
{
    private static readonly Func<SceneContext, IReadOnlyList<DrawnLayer>>[] Words =
    [
        SpotlightComposition.Compose, StatementComposition.Beside, StatementComposition.Large, StatementComposition.Split,
        StatementComposition.Cards,
    ];

    /// <summary>The ways, the one that the segment has by itself first.</summary>
    /// <param name="context">The scene, before anything is drawn of it.</param>
    /// <param name="own">The way that it has by itself.</param>
    public static IReadOnlyList<Func<SceneContext, IReadOnlyList<DrawnLayer>>> Of(
        SceneContext context, Func<SceneContext, IReadOnlyList<DrawnLayer>> own) => [own, .. Others(context, own).Where(way => way != own)];

    private static IEnumerable<Func<SceneContext, IReadOnlyList<DrawnLayer>>> Others(
        SceneContext context, Func<SceneContext, IReadOnlyList<DrawnLayer>> own)
    {
        if (own == HookComposition.Compose)
        {
            return context.NamesAThing ? [HookComposition.Typographic] : [];
        }

        if (!Words.Contains(own))
        {
            return [];
        }

        var points = StatementComposition.Points(context.At(context.Index)).Count;
        var words = Words
            .Where(way => context.NamesAThing || (way != SpotlightComposition.Compose && way != StatementComposition.Beside))
            .Where(way => points > 1 || way != StatementComposition.Cards);
        return context.Segment.Diagram is { Kind: DiagramKind.Relation, Items.Count: > 0 } ? words.Prepend(RelationComposition.Compose)
            : words;
    }
}
