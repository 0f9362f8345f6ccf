using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The line under a title that says for which class the lesson is: "Year 10 Citizenship – lesson 4 of 6". It teaches nothing, and
/// would open the video.</summary>
internal static partial class ClassLine
{
    private const int Longest = 70;

    /// <summary>Takes it out of the first section.</summary>
    /// <param name="sections">The sections of the lesson.</param>
    /// <param name="leftOut">Where it is listed.</param>
    public static IReadOnlyList<LessonSection> Without(IReadOnlyList<LessonSection> sections, List<LeftOut> leftOut)
    {
        if (sections is not [{ Blocks: [LessonParagraph { Lines: [var line] } paragraph, ..] } first, ..]
            || first.Blocks.Count + sections.Count < 3 || line.Text.Length > Longest || Sentence().IsMatch(line.Text)
            || !Classes().IsMatch(line.Text))
        {
            return sections;
        }

        leftOut.Add(new LeftOut(paragraph.Line, line.Text, "it says for which class the lesson is"));
        List<LessonBlock> rest = [.. first.Blocks.Skip(1)];
        var others = sections.Skip(1);
        return [.. rest.Count > 0 || first.Heading.Length > 0 ? others.Prepend(first with { Blocks = rest }) : others];
    }

    [GeneratedRegex(@"[.!?:]$|[!?]|\p{Ll}{2}\.\s\p{Lu}")]
    private static partial Regex Sentence();

    /// <summary>A word for a class beside its number, "Kl. 8b", "2de", "4º de ESO", or the number of a lesson among others.</summary>
    [GeneratedRegex(@"\b(?:Years?|Yrs?\.?|Grades?|Form|Class|KS|Key Stage|Klassen?|Kl\.|Jg\.?|Jahrgangsstufe|Stufe|Classe de|Niveau|Curso"
        + @"|Grado|ESO|[Åå]rskurs|[Åå]k\.?|[Kk]lasa|[Gg]roep|[Kk]las|[Tt]urma|[Cc]lasse)\s?\d"
        + @"|\b\d{1,2}\.?\s?(?:º|ª|°|e|ème|de|nde|th|st|nd|rd|\.)?\s?"
        + @"(?:[Kk]lasse|Kl\.|[Gg]rade|année|curso|(?:de )?ESO|(?:de )?Bachillerato|(?:de )?[Pp]rimaria|[Cc]lasse|anno|ano|série|klasa)\b"
        + @"|\b[Ll]esson \d+ of \d+|\bUnit \d|^(?:2de|1re|[3-6]e|CM[12]|CE[12]|CP)\b")]
    private static partial Regex Classes();
}
