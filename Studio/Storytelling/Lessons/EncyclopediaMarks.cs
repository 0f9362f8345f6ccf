using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The marks of references and editors in text that is copied out of an online encyclopedia: "[1]", "[citation needed]", "[edit]".
/// No line moves.</summary>
internal static partial class EncyclopediaMarks
{
    /// <summary>Below it, brackets with a number may be anything, such as an index.</summary>
    private const int Fewest = 2;

    private const string Remark =
        @"\[(?:edit|citation needed|clarification needed|note \d+|edit source|Bearbeiten|Quelltext bearbeiten|modifier|modifier le code"
        + @"|réf\. nécessaire|editar|editar código|cita requerida|modifica|modifica wikitesto|senza fonte|bewerken|brontekst bewerken)\]";

    /// <summary>Takes the marks out.</summary>
    /// <param name="lines">The lines of the lesson; they are changed in place.</param>
    /// <param name="leftOut">Where they are listed.</param>
    public static void Take(string[] lines, List<LeftOut> leftOut)
    {
        var fenced = false;
        var prose = lines.Select(line => (fenced ^= PlainLine.IsFence(line)) || Code().IsMatch(line) ? "" : line).ToList();
        if (prose.Sum(line => BehindAStop().Count(line) + Words().Count(line)) < Fewest)
        {
            return;
        }

        var marked = Enumerable.Range(0, lines.Length).Where(at => prose[at].Length > 0 && Mark().IsMatch(lines[at])).ToList();
        var marks = marked.SelectMany(at => Mark().Matches(lines[at]).Select(mark => mark.Value.Trim())).Distinct();
        leftOut.Add(new LeftOut(marked[0] + 1, string.Concat(marks), "marks of an encyclopedia, here and in the lines below"));
        foreach (var at in marked)
        {
            lines[at] = Mark().Replace(lines[at], "");
        }

        foreach (var at in Enumerable.Range(0, lines.Length).Where(at => prose[at].Length > 0 && Pointer().IsMatch(lines[at])))
        {
            leftOut.Add(new LeftOut(at + 1, lines[at].Trim(), "an encyclopedia's link to another article"));
            lines[at] = "";
        }
    }

    /// <summary>Lines that point to other articles, and the line below the title.</summary>
    [GeneratedRegex(@"^\s*[*_]{0,2}(?:(?:Main articles?|Further information|See also|Hauptartikel|Siehe auch"
        + @"|Articles? détaillés?|Artículo principal"
        + @"|Voce principale|Artigo principal|Hoofdartikel):\s.{1,80}|From Wikipedia, the free encyclopedia"
        + @"|Aus Wikipedia, der freien Enzyklopädie"
        + @"|De Wikipedia, la enciclopedia libre|Da Wikipedia, l'enciclopedia libera)[*_]{0,2}\s*$")]
    private static partial Regex Pointer();

    [GeneratedRegex("`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=[.,;!?""”»)])\[(?:\d{1,3}|[a-z])\](?![(:\p{L}])")]
    private static partial Regex BehindAStop();

    [GeneratedRegex(Remark)]
    private static partial Regex Words();

    [GeneratedRegex($@"\s?{Remark}|(?<=[\p{{L}}\p{{N}}.,;:!?""”»)\]*])\[(?:\d{{1,3}}|[a-z])\](?![(:])")]
    private static partial Regex Mark();
}
