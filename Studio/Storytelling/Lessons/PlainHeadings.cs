using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The headings of a text that marks none: short lines that stand alone, end without a stop and have text under them.</summary>
internal static partial class PlainHeadings
{
    private const int Longest = 70;
    private const int MostWords = 9;

    /// <summary>The paragraphs that are headings, with their level; none where the document has headings of its own.</summary>
    public static IReadOnlyDictionary<ParagraphBlock, int> Of(ContainerBlock document)
    {
        var headings = new Dictionary<ParagraphBlock, int>();
        if (document is not MarkdownDocument
            || document.Any(block => block is HeadingBlock || (block is HtmlBlock html && HtmlHeading().IsMatch(html.Lines.ToString()))))
        {
            return headings;
        }

        for (var i = 0; i + 1 < document.Count; i++)
        {
            if (document[i] is ParagraphBlock line && IsHeading(line, i == 0) && (i == 0 || HasText(document[i + 1])))
            {
                headings[line] = i == 0 ? 1 : 2;
            }
        }

        return headings;
    }

    private static bool HasText(Block block) => block is ListBlock or Table or QuoteBlock or HtmlBlock
        || (block is ParagraphBlock text && !IsHeading(text));

    /// <param name="paragraph">The line.</param>
    /// <param name="isFirst">Whether the text begins with it: then it may end in an abbreviation, "Fahrradprüfung 4. Kl."</param>
    private static bool IsHeading(ParagraphBlock paragraph, bool isFirst = false)
    {
        if (paragraph.Inline is null || paragraph.Inline.Any(inline => inline is LineBreakInline or LinkInline))
        {
            return false;
        }

        var text = InlineText.Tidy(InlineText.Of(paragraph.Inline).Plain);
        return text.Length is > 0 and <= Longest && text.Split(' ').Length <= MostWords && char.IsLetterOrDigit(text[0])
            && !char.IsLower(text[0])
            && (!Ended().IsMatch(text) || (isFirst && (Shortened().IsMatch(text) || text[^1] == '!')));
    }

    [GeneratedRegex(@"\d\.?\s(?:Kl|Jg|Std|St|kl|cl)\.$")]
    private static partial Regex Shortened();

    [GeneratedRegex("<h[1-6]")]
    private static partial Regex HtmlHeading();

    [GeneratedRegex(@"[.!:;,…=→。！।]$|=")]
    private static partial Regex Ended();
}
