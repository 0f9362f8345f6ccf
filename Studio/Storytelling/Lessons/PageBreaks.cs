using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>What the pages of a document leave in text that is copied out of it: page numbers, and words that a line's end has parted. No
/// line moves.</summary>
internal static partial class PageBreaks
{
    private const int FewestParted = 2;

    private const string Page =
        @"(?:[Pp]age|[Ss]eite|[Pp]ágina|[Pp]agina|S\.|p\.)\s\d{1,4}(?:\s?(?:/|of|von|de|sur|di|van)\s?\d{1,4})?";

    /// <summary>Takes page numbers out, and joins parted words.</summary>
    /// <param name="lines">The lines of the lesson; they are changed in place.</param>
    /// <param name="leftOut">Where page numbers are listed.</param>
    public static void Join(string[] lines, List<LeftOut> leftOut)
    {
        if (Array.Exists(lines, PlainLine.IsFence))
        {
            // Where there is code, somebody has written for a screen.
            return;
        }

        for (var at = 0; at < lines.Length; at++)
        {
            var alone = Alone().IsMatch(lines[at]) && PlainLine.IsEmpty(lines, at - 1) && PlainLine.IsEmpty(lines, at + 1);
            if (alone || Behind().IsMatch(lines[at]))
            {
                leftOut.Add(new LeftOut(at + 1, alone ? lines[at].Trim() : Behind().Match(lines[at]).Value.Trim(), "a page number"));
                lines[at] = alone ? "" : Behind().Replace(lines[at], "");
            }
        }

        // One hyphen at the end of a line may be anything; several are those of a typesetter.
        var parted = Enumerable.Range(0, lines.Length - 1)
            .Where(at => Parted().IsMatch(lines[at]) && Rest().IsMatch(lines[at + 1])).ToList();
        foreach (var at in parted.Count >= FewestParted ? parted : [])
        {
            var rest = Rest().Match(lines[at + 1]).Value;
            var keeps = Compound().IsMatch(lines[at]);
            lines[at] = (keeps ? lines[at].TrimEnd() : lines[at].TrimEnd()[..^1]) + rest.Trim();
            lines[at + 1] = lines[at + 1][rest.Length..].TrimStart();
        }
    }

    /// <summary>A number far to the right or between dashes, "Page 3 of 12", "Seite 3".</summary>
    [GeneratedRegex($@"^(?:\s{{12,}}\d{{1,4}}|\s*[-–—]\s?\d{{1,4}}\s?[-–—]|\s*{Page})\s*$")]
    private static partial Regex Alone();

    [GeneratedRegex($@"(?<=\S)(?:\t+|\s{{3,}}){Page}\s*$")]
    private static partial Regex Behind();

    [GeneratedRegex(@"\p{L}{2,}[-\u00AD]\s*$")]
    private static partial Regex Parted();

    [GeneratedRegex(@"^\s{0,3}\p{Ll}{2,}[\p{L}’']*[.,;:!?)]*(?=\s|$)")]
    private static partial Regex Rest();

    /// <summary>A word that a hyphen joins to the next anyway: "well-known".</summary>
    [GeneratedRegex(@"(?:^|[\s(])(?:well|self|long|short|high|low|half|non|ex|semi|anti|one|two|three|four|five|six|seven|eight|nine|ten|so"
        + @"|full|part|time|first|second|third|old|new|\d+)-\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Compound();
}
