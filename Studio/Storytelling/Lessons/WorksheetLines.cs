using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// Lines that are there for paper or for an editor: blanks for name and date, which nobody fills in a video, the web address of the source,
/// and the time marks of a transcript. They are listed. No line moves.
/// </summary>
internal static partial class WorksheetLines
{
    private const int FewestStamps = 3;

    /// <summary>Takes them out.</summary>
    /// <param name="lines">The lines of the lesson; they are changed in place.</param>
    /// <param name="leftOut">Where they are listed.</param>
    public static void Take(string[] lines, List<LeftOut> leftOut)
    {
        List<int> stamped = [];
        foreach (var at in PlainLine.OutsideCode(lines))
        {
            if (Blanks().IsMatch(lines[at]))
            {
                leftOut.Add(new LeftOut(at + 1, lines[at].Trim(), "blanks to be filled in on paper"));
                lines[at] = "";
            }
            else if (Source().IsMatch(lines[at]))
            {
                leftOut.Add(new LeftOut(at + 1, lines[at].Trim(' ', '*', '_'), "a source, to be read and not heard"));
                lines[at] = "";
            }
            else if (Stamp().IsMatch(lines[at]))
            {
                stamped.Add(at);
            }
        }

        if (stamped.Count < FewestStamps)
        {
            return;
        }

        var marks = stamped.Select(at => Stamp().Match(lines[at]).Groups["time"].Value);
        leftOut.Add(new LeftOut(stamped[0] + 1, string.Join(' ', marks), "time marks of a transcript, here and in the lines below"));
        foreach (var at in stamped)
        {
            lines[at] = Stamp().Replace(lines[at], "");
        }
    }

    /// <summary>Labels and blanks, nothing else: "Name: ____   Date: __/__/__".</summary>
    [GeneratedRegex(@"^\s*(?:[*_]{0,2}\p{L}[\p{L}.]*(?:\s[\p{L}.]+){0,2}\s?:[*_]{0,2}\s*(?:_{3,}"
        + @"(?:\s?/\s?_{2,}){0,2}|_{2,}(?:\s?/\s?_{2,}){2}"
        + @"|\.{5,}|…{2,})\s*[.|]?\s*)+$")]
    private static partial Regex Blanks();

    /// <summary>"Source: adapted from https://example.org/plague".</summary>
    [GeneratedRegex(@"^[\s*_>(]*(?:Sources?|Adapted from|Retrieved from|Quellen?|Fuentes?|Fonte|Fonti"
        + @"|Fontes|Bron|Bronnen|Źródł[oa])\b.*(?:https?://|www\.)\S+")]
    private static partial Regex Source();

    /// <summary>A time before somebody speaks: "[00:14] MORI:", "(1:02:33) ", "00:14 – ".</summary>
    [GeneratedRegex(@"^\s*(?:[\[(](?<time>\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?)[\])]"
        + @"|(?<time>\d{1,2}:\d\d:\d\d(?:[.,]\d+)?))\s*[–-]?\s*(?=\S)")]
    private static partial Regex Stamp();
}
