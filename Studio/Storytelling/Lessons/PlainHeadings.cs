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

    /// <summary>Characters of a line that is text below a heading, and no other short line.</summary>
    private const int ShortestText = 56;

    /// <summary>The paragraphs that are headings, with their level; none where the document has headings of its own.</summary>
    public static IReadOnlyDictionary<ParagraphBlock, int> Of(ContainerBlock document)
    {
        var headings = new Dictionary<ParagraphBlock, int>();
        if (AreMarked(document))
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

    /// <summary>
    /// A paragraph whose first line is a heading right above its text, parted: a few words without a mark at their end, above a line that
    /// begins anew and is a sentence's length; null where there is none.
    /// </summary>
    /// <param name="paragraph">A paragraph of a document without headings of its own.</param>
    public static (ParagraphBlock Heading, ParagraphBlock Text)? Parted(ParagraphBlock paragraph)
    {
        var inlines = paragraph.Inline?.ToList() ?? [];
        var end = inlines.FindIndex(inline => inline is LineBreakInline);
        if (end < 0 || inlines[end] is LineBreakInline { IsHard: true })
        {
            return null;
        }

        var lines = InlineText.Of(paragraph.Inline).Plain.Trim().Split('\n', StringSplitOptions.TrimEntries);
        return lines.Length > 1 && Above().IsMatch(lines[0]) && lines[1].Length >= ShortestText && Sentence().IsMatch(lines[1])
            ? (ParagraphParts.Of(inlines[..end]), ParagraphParts.Of(inlines[(end + 1)..])) : null;
    }

    /// <summary>Whether a document has headings of its own; a part of one has no others.</summary>
    public static bool AreMarked(ContainerBlock document) => document is not MarkdownDocument
        || document.Any(block => block is HeadingBlock || (block is HtmlBlock html && HtmlHeading().IsMatch(html.Lines.ToString())));

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

    /// <summary>One to four words, no name before a comma and no end of a sentence.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{N}'’-]*(?: [\p{L}\p{N}'’-]+){0,3}\??$")]
    private static partial Regex Above();

    [GeneratedRegex(@"^[\p{Lu}""“„«¿¡].*[.!?][""”»)]*$")]
    private static partial Regex Sentence();

    [GeneratedRegex("<h[1-6]")]
    private static partial Regex HtmlHeading();

    [GeneratedRegex(@"[.!:;,…=→。！।]$|=|\d\)\s.*\d\)\s|\s[:;]-?[)(]$")]
    private static partial Regex Ended();
}
