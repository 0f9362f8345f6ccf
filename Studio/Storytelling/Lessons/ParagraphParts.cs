using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Parts a paragraph where Markdown sees one and its author wrote more.</summary>
internal static class ParagraphParts
{
    /// <summary>Takes inlines out of their paragraph; they become one of their own, at their own line.</summary>
    /// <param name="inlines">At least one.</param>
    public static ParagraphBlock Of(IReadOnlyList<Inline> inlines)
    {
        var text = new ContainerInline();
        var part = new ParagraphBlock { Line = inlines[0].Line, Inline = text };
        foreach (var inline in inlines)
        {
            inline.Remove();
            text.AppendChild(inline);
        }

        return part;
    }
}
