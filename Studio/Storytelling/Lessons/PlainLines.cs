using System.Net;
using System.Text.RegularExpressions;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Gives Markdown the lines of a plain text: rows whose cells tabs or wide gaps part are a table, short lines under each other are a list.
/// Prose that a
/// mail program has wrapped stays prose. No line moves.
/// </summary>
internal static partial class PlainLines
{
    private const int FewestLines = 3;
    private const int FewestLed = 2;
    private const int FewestEquations = 2;
    private const int LongestLine = 46;

    /// <summary>The text with rows and lists marked.</summary>
    public static string Of(string text)
    {
        var lines = text.Split('\n');
        PlainOutline.Mark(lines);
        NumberedHeadings.Mark(lines);
        CapitalHeadings.Mark(lines);
        TableRows.Keep(lines);
        var fenced = false;
        for (var at = 0; at < lines.Length;)
        {
            fenced ^= PlainLine.IsFence(lines[at]);
            var end = at;
            while (!fenced && end < lines.Length && lines[end].Trim().Length > 0 && !PlainLine.IsFence(lines[end]))
            {
                end++;
            }

            // A heading right above rows is no part of them.
            var start = at;
            while (start < end && (Heading().IsMatch(lines[start]) || (end - start > 1 && BoldLine().IsMatch(lines[start]))))
            {
                start++;
            }

            if (end > start && !lines[start..end].Any(line => Markup().IsMatch(line)))
            {
                Block(lines, start, end);
            }

            if (end - at == 1 && !fenced && Ordinal().IsMatch(lines[at]) && !IsCounted(lines, at))
            {
                lines[at] = FirstStop().Replace(lines[at], @"\.", 1);
            }

            for (var i = at; i < end; i++)
            {
                lines[i] = CountedItem().Replace(lines[i], @"\");
            }

            if (end > at)
            {
                var block = lines[at..end];
                PlainForms.Mark(block);
                block.CopyTo(lines, at);
            }

            at = Math.Max(at + 1, end);
        }

        return string.Join('\n', lines);
    }

    private static void Block(string[] lines, int start, int end)
    {
        if (AreLed(lines[start], lines[(start + 1)..end]))
        {
            Items(lines, start + 1, end);
            return;
        }

        if (lines[start..end].All(line => Cells(line).Length == 1) && OwnLines.Labels(lines[start..end]))
        {
            Items(lines, start, end);
            return;
        }

        if (OwnLines.Led(lines[start..end]) is { } first)
        {
            Items(lines, start + first, end);
            return;
        }

        if (AreLabelled(lines[start..end]))
        {
            var isLed = !PlainLine.Label().IsMatch(lines[start]) && lines[(start + 1)..end].All(line => PlainLine.Label().IsMatch(line));
            Items(lines, isLed ? start + 1 : start, end);
            return;
        }

        PartLabels(lines, start, end);
        for (var at = start; at < end;)
        {
            var rows = Run(lines, at, end, line => Cells(line).Length > 1 && Cells(line).Length == Cells(lines[at]).Length);
            var items = rows >= 2 ? 0 : Run(lines, at, end, IsEquation) is >= FewestEquations and var equations ? equations
                : Run(lines, at, end, IsShort) is >= FewestLines and var shorts && at == start && at + shorts == end ? shorts : 0;
            if (rows >= 2)
            {
                Table(lines, at, at + rows);
            }

            if (rows < 2 && items == 0 && Cells(lines[at]).Length > 1)
            {
                lines[at] = WideGap().Replace(lines[at].TrimEnd(), " · ");
            }

            Items(lines, at, at + items);
            at += Math.Max(1, Math.Max(rows >= 2 ? rows : 0, items));
        }
    }

    /// <summary>Items below a line that leads to them: short ones, quotations, terms behind which a dash says what they are.</summary>
    private static bool AreLed(string lead, string[] items) => items.Length >= FewestLed
        && ((LeadIn().IsMatch(lead) && items.All(IsItem))
            || (lead.Length <= LongestLine && !Quoted().IsMatch(lead) && items.All(line => Quoted().IsMatch(line)))
            || (items.Length >= FewestLines && Lead().IsMatch(lead) && items.All(line => DashedTerm().IsMatch(line))));

    /// <summary>A line that begins with a label begins a sentence, where the one before it has ended on purpose: its next word would have
    /// had room. So does each line of a calculation.</summary>
    private static void PartLabels(string[] lines, int start, int end)
    {
        var width = lines[start..end].Max(line => line.Length);
        for (var at = start; at + 1 < end; at++)
        {
            var isWorked = Worked().IsMatch(lines[at + 1]) && (Worked().IsMatch(lines[at]) || lines[at].TrimEnd().EndsWith(':'));
            var isLabelled = PlainLine.Label().IsMatch(lines[at + 1]) && !ItemEnd().IsMatch(lines[at]) && !lines[at].EndsWith('-')
                && lines[at].Length + 1 + lines[at + 1].Split(' ')[0].Length < width;
            if (isWorked || isLabelled)
            {
                lines[at] = $"{lines[at].TrimEnd()}{SentenceSpan.EndOfLine}";
            }
        }
    }

    private static void Items(string[] lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            lines[i] = $"- {lines[i].Trim()}";
        }
    }

    private static int Run(string[] lines, int start, int end, Func<string, bool> belongs) => lines[start..end].TakeWhile(belongs).Count();

    private static void Table(string[] lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var (mark, isFirst, isLast) = (i == start && !Cells(lines[i]).Any(Amount().IsMatch) ? "th" : "td", i == start, i == end - 1);
            var cells = string.Concat(Cells(lines[i]).Select(cell => $"<{mark}>{WebUtility.HtmlEncode(cell)}</{mark}>"));
            lines[i] = $"{(isFirst ? "<table>" : "")}<tr>{cells}</tr>{(isLast ? "</table>" : "")}";
        }
    }

    private static string[] Cells(string line) => line.Length > 0 && char.IsWhiteSpace(line[0])
        ? [line] : [.. (Separated().IsMatch(line) ? line.Split(';') : Gap().Split(line.TrimEnd())).Select(cell => cell.Trim())];

    /// <summary>Notes of which most lines begin with a name of their own and a colon: each line stands for itself.</summary>
    private static bool AreLabelled(string[] lines)
    {
        var labels = lines.Select(line => PlainLine.Label().Match(line)).Where(match => match.Success)
            .Select(match => match.Value).ToList();
        return lines.Length >= FewestLines && labels.Count * 5 >= lines.Length * 3 && labels.Distinct().Count() == labels.Count
            && lines.All(line => line.Length > 0 && (char.IsUpper(line[0]) || char.IsAsciiDigit(line[0])) && Cells(line).Length == 1)
            && !lines.Any(line => line.EndsWith('?') || line.EndsWith(':') || line.EndsWith("  ", StringComparison.Ordinal));
    }

    /// <summary>"P = principal (the money you start with)".</summary>
    private static bool IsEquation(string line) => Meaning().IsMatch(line);

    /// <summary>Whether the paragraph before or behind is another item.</summary>
    private static bool IsCounted(string[] lines, int at) =>
        Numbered().IsMatch(lines.Take(at).LastOrDefault(line => line.Trim().Length > 0) ?? "")
        || Numbered().IsMatch(lines.Skip(at + 1).FirstOrDefault(line => line.Trim().Length > 0) ?? "");

    /// <summary>Below a lead-in an item may begin with a small letter.</summary>
    private static bool IsItem(string line) => line.Trim().Length <= LongestLine && !ItemEnd().IsMatch(line);

    private static bool IsShort(string line) => line.Trim().Length <= LongestLine && !SentenceEnd().IsMatch(line)
        && !Separated().IsMatch(line)
        && !line.EndsWith("  ", StringComparison.Ordinal);

    /// <summary>"Key words:".</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L} ]{2,30}:\s*$")]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^\s*[""“„«‘]\p{L}[^""”»“]*[""”»“](?:\s?\([^()]*\))?[.,;]?\s*$")]
    private static partial Regex Quoted();

    /// <summary>A line of a calculation: "3 × £12 = £36", "12:18 → 2:3".</summary>
    [GeneratedRegex(@"^(?=.{3,60}$)[\p{L}\p{N}£$€(√−-][^=→]*[\p{L}\p{N}²³%°)]\s?[=→]\s?[^=→].*\d")]
    private static partial Regex Worked();

    /// <summary>A few words without a mark at their end.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L} ]{2,40}$")]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\S.{0,40}?\s[–—-]\s\S")]
    private static partial Regex DashedTerm();

    [GeneratedRegex(@"^#{1,6}\s")]
    private static partial Regex Heading();

    /// <summary>Words in bold above rows or items.</summary>
    [GeneratedRegex(@"^(?<mark>\*\*|__)[^*_]{2,80}\k<mark>:?\s*$")]
    private static partial Regex BoldLine();

    /// <summary>An ordinal that opens a line of its own, no item: "9. sınıf biyoloji", "3. lekcja".</summary>
    [GeneratedRegex(@"^(?:[2-9]|\d\d)\.\s\p{Ll}")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\.")]
    private static partial Regex FirstStop();

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s|^\s{2,}\S")]
    private static partial Regex Numbered();

    /// <summary>An item that begins with an ordinal, "6. 2. Mal umschauen", holds no list.</summary>
    [GeneratedRegex(@"(?<=^\s{0,3}(?:\d+[.)]|[-*+])\s+\d{1,3})(?=[.)]\s+\S)")]
    private static partial Regex CountedItem();

    [GeneratedRegex(@"\t+| {3,}")]
    private static partial Regex Gap();

    /// <summary>A row of amounts is no header; years and numbered things head columns.</summary>
    [GeneratedRegex(@"^[\d.,]*\d\s?(?:%|\p{L}{1,3}|°C)$")]
    private static partial Regex Amount();

    /// <summary>Cells as a spreadsheet writes them, without blanks between: "Lua;112 N".</summary>
    [GeneratedRegex(@"^[^;\s][^;]{0,40}(?:;[^;\s][^;]{0,40})+$")]
    private static partial Regex Separated();

    [GeneratedRegex(@"(?<=\S)(?:\t+| {3,})(?=\S)")]
    private static partial Regex WideGap();

    /// <summary>Lines that Markdown, LaTeX or a teaching site read as more than text.</summary>
    [GeneratedRegex(
        @"^\s*(?:[#>|<!?:+%=$]|[-*_•●▪‣∙·◦o]\s|[-=*_]{3,}|\d+[.)]\s|\[|\{)|^\S+:\s*$|\||\$\$|\\\[|\\begin|^(?: {4}|\t)|\{\{|^\*\*")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\p{L}\w{0,3}\s?=\s?(?=\p{L}[\p{L} ,]*.{0,60}$|\p{Lu}\p{Ll}{2,}).+$")]
    private static partial Regex Meaning();

    [GeneratedRegex(@"[.!?:,;]\s*$")]
    private static partial Regex ItemEnd();

    [GeneratedRegex(@"[.!?:,;。！？।…)""”»]\s*$|^\p{Ll}")]
    private static partial Regex SentenceEnd();
}
