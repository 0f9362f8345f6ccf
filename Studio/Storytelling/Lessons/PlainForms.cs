using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Gives Markdown what hurried typing means: lines that letters number are a list and keep their letters, words in quotation marks with a
/// name below them are a quotation. No line moves.
/// </summary>
internal static partial class PlainForms
{
    private const int FewestItems = 2;
    private const int FewestSided = 3;
    private const int MostForms = 4;
    private const int MostQuotedLines = 14;
    private const int LongestTermLine = 110;

    /// <summary>Marks lists and quotations.</summary>
    /// <param name="lines">The lines outside of code; they are changed in place.</param>
    public static void Mark(string[] lines)
    {
        var led = lines.Length > FewestItems && LeadIn().IsMatch(lines[0]) && !Markup().IsMatch(lines[0]) ? 1 : 0;
        if (Terms(lines[led..]))
        {
            for (var i = led; i < lines.Length; i++)
            {
                lines[i] = $"- {lines[i].Trim()}";
            }

            return;
        }

        ForAndAgainst(lines);
        Signed(lines);
        for (var at = 0; at < lines.Length; at++)
        {
            var items = Lettered(lines, at);
            for (var i = at; i < at + items; i++)
            {
                lines[i] = $"{Indent().Match(lines[i]).Value}- {lines[i].Trim()}";
            }

            if (items == 0 && Quoted(lines, at) is { } name)
            {
                for (var i = at; i < name; i++)
                {
                    lines[i] = $"> {lines[i].Trim()}";
                }

                lines[name] = $"> — {Name().Match(lines[name]).Groups["name"].Value}";
                at = name;
            }

            at += Math.Max(0, items - 1);
        }
    }

    /// <summary>What speaks for something and against it, "+ cheap", "- slow": Markdown would read two lists and drop the signs.</summary>
    private static void ForAndAgainst(string[] lines)
    {
        var items = lines.SkipWhile(line => !Sided().IsMatch(line)).ToList();
        var sides = items.TakeWhile(line => Sided().IsMatch(line)).Select(line => line.TrimStart()[0] == '+').ToList();
        if (items.Count < FewestSided || sides.Count < items.Count || !sides[0] || sides[^1]
            || sides.Zip(sides.Skip(1)).Count(pair => pair.First != pair.Second) != 1)
        {
            return;
        }

        for (var i = lines.Length - items.Count; i < lines.Length; i++)
        {
            lines[i] = WithSign(lines[i].TrimStart());
        }
    }

    /// <summary>What is wrong and right, "× 0.9 m", "✓ 90 cm", and the forms of a verb, "+ I am", "− I am not", "? Am I": items with their
    /// signs.</summary>
    private static void Signed(string[] lines)
    {
        var first = Array.FindIndex(lines, line => Ticked().IsMatch(line) || Sided().IsMatch(line));
        if (first < 0 || lines.Length - first < FewestItems)
        {
            return;
        }

        var items = lines[first..];
        var isForms = items.Length <= MostForms && Array.TrueForAll(items, line => Sided().IsMatch(line) || Asked().IsMatch(line))
            && Array.Exists(items, line => Asked().IsMatch(line));
        if (!isForms && !Array.TrueForAll(items, line => Ticked().IsMatch(line)))
        {
            return;
        }

        for (var i = first; i < lines.Length; i++)
        {
            lines[i] = WithSign(lines[i].TrimStart());
        }
    }

    /// <summary>An item that keeps the sign it begins with.</summary>
    private static string WithSign(string line) =>
        $"- {line[0] switch { '+' => @"\+", '-' or '–' => "−", var sign => sign.ToString() }} {line[1..].Trim()}";

    /// <summary>How many lines from here on are numbered a), b), c), or a., b. under another item, or (1), (2).</summary>
    private static int Lettered(string[] lines, int at)
    {
        var count = 0;
        while (at + count < lines.Length && Mark(lines[at + count]) is { } mark && mark == count + 1
            && Indent().Match(lines[at + count]).Length == Indent().Match(lines[at]).Length)
        {
            count++;
        }

        return count >= FewestItems ? count : 0;
    }

    /// <summary>The place that the mark of a line counts; null without one.</summary>
    private static int? Mark(string line) => Letter().Match(line) is not { Success: true } item ? null
        : int.TryParse(item.Groups["number"].Value, CultureInfo.InvariantCulture, out var number) ? number
        : char.ToLowerInvariant(item.Groups["letter"].Value[0]) - 'a' + 1;

    /// <summary>Whether each line says what a term means, or who speaks: "osmosis – water moves", "**gate**: die Tür".</summary>
    private static bool Terms(string[] lines) =>
        lines.Length >= FewestItems && Array.TrueForAll(lines, line => Term().IsMatch(line) && !Prose().IsMatch(line) &&
            !Letter().IsMatch(line))
        && (Array.TrueForAll(lines, line => BoldTerm().IsMatch(line)) || Array.TrueForAll(lines, line => line.Length <= LongestTermLine));

    /// <summary>The line of the name below words that quotation marks open here and close right before it; null without one.</summary>
    private static int? Quoted(string[] lines, int at)
    {
        if (!Opening().IsMatch(lines[at]) || (at > 0 && lines[at - 1].Trim().Length > 0))
        {
            return null;
        }

        var last = at;
        while (last < lines.Length - 1 && last - at < MostQuotedLines && lines[last].Trim().Length > 0 && !Closing().IsMatch(lines[last]))
        {
            last++;
        }

        var isAlone = last + 2 >= lines.Length || lines[last + 2].Trim().Length == 0;
        return Closing().IsMatch(lines[last]) && last + 1 < lines.Length && isAlone && Name().IsMatch(lines[last + 1]) ? last + 1 : null;
    }

    [GeneratedRegex(@"^(?:\s*\(?(?<letter>[a-hA-H])\)|\s*\((?<number>\d)\)|\s*(?<letter>[a-h])\.)\s+\S")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^\s?[+–−-]\s+\S")]
    private static partial Regex Sided();

    [GeneratedRegex(@"^\s?\?\s+\S")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\s?[×✗✘✕✖✓✔]\s+\S")]
    private static partial Regex Ticked();

    [GeneratedRegex(@"^\s*")]
    private static partial Regex Indent();

    /// <summary>A line above the items that leads to them: "Nutrition per 100 g:".</summary>
    [GeneratedRegex(@"^\p{Lu}[^.!?:]{3,70}:\s*$")]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^\s*[#>|<!\[{*_-]")]
    private static partial Regex Markup();

    /// <summary>One to four words before a colon or a dash, and more behind it.</summary>
    [GeneratedRegex(@"^(?:(?<mark>\*\*|__)[^*_]{1,50}\k<mark>(?:\s\([^()]{1,30}\))?\s?[:–—=-]"
        + @"|(?![QAF]:)[\p{L}][\p{L}\p{N}'’()/-]*(?:\s[\p{L}\p{N}'’()/-]+){0,3}\s?(?::|\s[–—=-])"
        + @"|(?<mark>\*\*|__)[^*_]{1,50}:\k<mark>)\s+\S")]
    private static partial Regex Term();

    /// <summary>More than one sentence, or a line that its end sets apart.</summary>
    [GeneratedRegex(@"[.!?]\s+\p{Lu}|(?:  |\\)$")]
    private static partial Regex Prose();

    [GeneratedRegex(@"^(?:\*\*|__)")]
    private static partial Regex BoldTerm();

    [GeneratedRegex(@"^ {0,3}[""“„«‘]\S")]
    private static partial Regex Opening();

    [GeneratedRegex(@"[""”“»’][.,]?\s*$")]
    private static partial Regex Closing();

    [GeneratedRegex(@"^\s*(?:[-–—]|--)\s*(?<name>\p{Lu}[^.!?]{1,70})\.?\s*$")]
    private static partial Regex Name();
}
