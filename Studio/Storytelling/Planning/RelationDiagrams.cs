using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>The diagram of running text whose sentences state relations without doubt.</summary>
internal static class RelationDiagrams
{
    private const int MostRows = 3;

    /// <summary>Three pictures of one kind in a row look alike.</summary>
    private const int MostInARow = 2;

    /// <summary>The relations that the sentences state; null where none does.</summary>
    /// <param name="said">The sentences.</param>
    /// <param name="language">Their language.</param>
    public static Diagram? Of(IReadOnlyList<LessonSentence> said, string language)
    {
        if (RelationWords.For(language) is not { } words)
        {
            return null;
        }

        var reader = new RelationReader(words);
        List<DiagramItem> rows = [.. said.Index().SelectMany(sentence => IsPlain(sentence.Item)
            ? reader.Of(sentence.Item.Text).Select(relation => relation.Item(sentence.Index)) : []).Take(MostRows)];
        return rows.Count == 0 ? null : new Diagram { Kind = DiagramKind.Relation, Items = rows };
    }

    /// <summary>Gives text without a picture the diagram of its relations, not three times in a row.</summary>
    /// <param name="drafts">The parts of a story.</param>
    /// <param name="language">Its language.</param>
    public static IReadOnlyList<SegmentDraft> In(IReadOnlyList<SegmentDraft> drafts, string language)
    {
        List<SegmentDraft> pictured = [];
        foreach (var draft in drafts)
        {
            var isText = draft is { Diagram: null, Kind: SegmentKind.Concept, Silent.Count: 0 }
                && pictured.TakeLast(MostInARow).Count(before => before.Diagram?.Kind == DiagramKind.Relation) < MostInARow;
            pictured.Add(isText ? draft with { Diagram = Of(draft.Said, language) } : draft);
        }

        return pictured;
    }

    private static bool IsPlain(LessonSentence sentence) => sentence.Formulas.Count == 0 && sentence.Codes.Count == 0;
}
