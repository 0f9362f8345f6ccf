using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>The picture of a segment whose text was rewritten: it shows nothing any more that only the old text said.</summary>
internal static class RewrittenDiagram
{
    private const int FewestItems = 2;

    /// <summary>The picture as far as it still fits; null when it does not.</summary>
    public static Diagram? Of(Segment segment, IReadOnlyList<LessonSentence> said, SentencePlaces places) => segment.Diagram switch
    {
        null => null,
        { Kind: DiagramKind.Formula or DiagramKind.Code or DiagramKind.Picture } block => block,
        { Kind: DiagramKind.Table or DiagramKind.Bars or DiagramKind.LineChart or DiagramKind.PieChart } data =>
            data with { Items = [.. data.Items.Select(item => item with { Sentence = item.Sentence is { } i ? places.At[i] : null })] },
        { } told => Told(told, said, places),
    };

    private static Diagram? Told(Diagram diagram, IReadOnlyList<LessonSentence> said, SentencePlaces places)
    {
        var narration = string.Join(' ', said.Select(sentence => sentence.Text));
        var items = diagram.Items.Select(item => Item(item, said, places, narration)).OfType<DiagramItem>().ToList();
        return items.Count == diagram.Items.Count || items.Count >= FewestItems ? diagram with { Items = items } : null;
    }

    private static DiagramItem? Item(DiagramItem item, IReadOnlyList<LessonSentence> said, SentencePlaces places, string narration)
    {
        if (item.Sentence is not { } before || before >= places.At.Count)
        {
            return narration.Contains(item.Label, StringComparison.OrdinalIgnoreCase) ? item : null;
        }

        return places.At[before] is not { } now ? null
            : places.IsSame[before] ? item with { Sentence = now }
            : item.Values.Count == 0 ? item with { Sentence = now, Label = KeyPoints.ItemLabel(said[now]) }
            : null;
    }
}
