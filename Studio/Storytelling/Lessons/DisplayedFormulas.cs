using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Formulas between <c>$$</c> on lines of their own within a paragraph: they are set apart as if empty lines stood around
/// them.</summary>
internal static class DisplayedFormulas
{
    private const int Display = 2;

    /// <summary>The text and the formulas of a paragraph, in order; the paragraph itself where it has none.</summary>
    public static IReadOnlyList<ParagraphBlock> Apart(ParagraphBlock paragraph)
    {
        var inlines = paragraph.Inline?.ToList() ?? [];
        if (inlines.Count < 2 || !inlines.Exists(IsApart))
        {
            return [paragraph];
        }

        List<List<Inline>> parts = [[]];
        foreach (var inline in inlines)
        {
            if (IsApart(inline))
            {
                parts.AddRange([inline], []);
            }
            else
            {
                parts[^1].Add(inline);
            }
        }

        return [.. parts.Where(part => part.Exists(inline => inline is not LineBreakInline)).Select(ParagraphParts.Of)];
    }

    private static bool IsApart(Inline inline) => inline is MathInline { DelimiterCount: Display }
        && inline.PreviousSibling is null or LineBreakInline && inline.NextSibling is null or LineBreakInline;
}
