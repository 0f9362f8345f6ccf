using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>
/// What sentences state of things, each as a row: a thing, the words that join it to others, and these. A line says no more than its
/// words; an arrow leads to what follows from something. What other sentences say stands between the rows, in the order in which it is
/// said.
/// </summary>
internal static class RelationComposition
{
    private const int MostBlocks = 4;
    private const int MostBlocksOfANarrowPicture = 3;
    private const double Largest = 60;
    private const double Smallest = 14;

    /// <summary>All are set smaller, down to this size, before a word is torn.</summary>
    private const double SmallestForAWord = 30;
    private const int MostWordsOfAName = 3;

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var dark = context.Index % 2 == 0;
        var heading = Parts.Heading(context, dark);
        List<DrawnLayer> layers = [.. dark ? Sceneries.Ground(context) : Backdrops.Light(context), heading];
        var room = Parts.Below(context, heading);
        var placed = Place(context, room);
        foreach (var block in placed)
        {
            layers.AddRange(block.Draw(context, dark, layers.Count));
        }

        return layers;
    }

    /// <summary>All blocks at the largest size at which they have room; the rest of the room is shared out between them.</summary>
    private static IReadOnlyList<RelationBlock> Place(SceneContext context, Box room)
    {
        var texts = Texts(context);
        var size = Largest * context.Canvas.Larger;
        while (true)
        {
            var blocks = texts.Select(text => text.At(size, context, room.Width)).ToList();
            var rest = room.Height - blocks.Sum(block => block.Height);
            var gap = Math.Min(size * 1.4, rest / (blocks.Count + 1));
            if ((gap >= size * 0.45 && (size <= SmallestForAWord || !blocks.Exists(block => block.IsTorn))) || size <= Smallest)
            {
                var y = room.Y + Math.Max(0, (rest - (gap * (blocks.Count - 1))) * 0.4);
                return [.. blocks.Select(block =>
                {
                    var at = block with { X = room.X, Y = y };
                    y += block.Height + gap;
                    return at;
                })];
            }

            size -= size > 30 ? 2 : 1;
        }
    }

    private static List<RelationText> Texts(SceneContext context)
    {
        var most = context.Canvas.Stacked ? MostBlocksOfANarrowPicture : MostBlocks;
        var rows = context.Diagram.Items.Where(item => item.Values.Count > 1).Take(most).ToList();
        List<RelationText> texts = [.. rows.Select((row, i) => Text(context, row, context.CueOf(row, i, rows.Count)))];
        var told = texts.Select(text => text.Sentence).ToHashSet();
        texts.AddRange(context.Gist(most + rows.Count).Where(gist => !told.Contains(gist.Sentence))
            .Take(most - rows.Count).Select(gist => new RelationText(gist.Sentence, gist.Text, "", [], [])));
        return [.. texts.OrderBy(text => text.Sentence)];
    }

    /// <summary>Names have pictograms, clauses have none.</summary>
    private static RelationText Text(SceneContext context, DiagramItem row, int sentence)
    {
        List<string> to = [.. row.Values.Skip(1).Select(value => value.Text)];
        return new RelationText(sentence, row.Label, row.Value, to,
            row.Value.Length > 0 && to.TrueForAll(text => text.Split(' ').Length <= MostWordsOfAName)
                ? context.Pictures(to) : [.. to.Select(_ => (Pictogram?)null)]);
    }
}

/// <summary>A row before it is set: a relation, or a statement that has nothing to relate to.</summary>
internal sealed record RelationText(
    int Sentence, string From, string Link, IReadOnlyList<string> To, IReadOnlyList<Pictogram?> Pictures)
{
    /// <summary>The row in a size of type.</summary>
    public RelationBlock At(double size, SceneContext context, double width) =>
        To.Count == 0 ? new StatementBlock(this, Typesetter.Wrapped(From, FontStyle.SemiBold, size, width - 60))
            : context.Canvas.Tall ? new StackedRelationBlock(this, size, width) : new RelationRow(this, size, width);
}
