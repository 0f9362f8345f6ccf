using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// What a chat assistant or a letter says around a lesson: "Sure! Here's a lesson plan …", "Hi all," before it, "Let me know if you'd like
/// a worksheet", "Cheers, Tom" behind it. It speaks to the teacher, not to the class. No line moves.
/// </summary>
internal static partial class AssistantTalk
{
    private const int Longest = 240;

    /// <summary>Takes it out.</summary>
    /// <param name="lines">The lines of the lesson; they are changed in place.</param>
    /// <param name="leftOut">Where it is listed.</param>
    public static void Take(string[] lines, List<LeftOut> leftOut)
    {
        var text = Enumerable.Range(0, lines.Length).Where(at => lines[at].Any(char.IsLetter)).ToList();
        var opening = text.Where(at => !lines[at].StartsWith('#')).Take(2).TakeWhile(at => Before().IsMatch(lines[at]));
        var closing = text.TakeLast(2).SkipWhile(at => !After().IsMatch(lines[at]));
        foreach (var at in opening.Concat(closing).Where(at => lines[at].Length <= Longest).ToList())
        {
            leftOut.Add(new LeftOut(
                at + 1,
                lines[at].Replace("*", "", StringComparison.Ordinal).Trim(' ', '_', '>'),
                "it speaks to who asked for the lesson, not to those who watch"));
            lines[at] = "";
        }
    }

    [GeneratedRegex(@"^[\s*_>]*(?:(?:Hi|Hello|Dear|Hallo|Liebe[rs]?|Bonjour|Hola|Ciao|Caro|Cara|Olá)\b[^.!?]{0,40}[,!]\s*$"
        + @"|(?:here['’]s|attached|anbei|voici|aquí va|ecco)\b.*\bfeel free to\b.*"
        + @"|(?:Sure|Certainly|Of course|Absolutely|Great)[!,.].*\b(?:[Hh]ere(?:['’]s| is| are)|[Bb]elow)\b"
        + @"|Here(?:['’]s| is) (?:a|an|the|your) .*\b(?:lesson|script|plan|text|explanation|summary|overview)\b.*[:!.👇]?$"
        + @"|(?:Klar|Gerne|Natürlich|Selbstverständlich)[!,.].*\b[Hh]ier (?:ist|sind|kommt)\b"
        + @"|(?:Bien sûr|Avec plaisir|Voici)\b.*\b(?:cours|leçon|plan|fiche|texte|script)\b|¡?(?:Claro|Por supuesto)[!,.].*\b[Aa]quí\b"
        + @"|(?:Certo|Certamente|Ecco)[!,. ].*\b(?:lezione|testo|piano)\b|(?:Claro|Com certeza)[!,.].*\b[Aa]qui\b)")]
    private static partial Regex Before();

    [GeneratedRegex(@"^[\s*_>]*(?:Let me know|Would you like (?:me|a|an|the)|Do you want me|Feel free to|I hope this helps|Hope this helps"
        + @"|Lass(?:en Sie)? (?:es )?mich wissen|Sag(?:en Sie)? (?:mir )?(?:gerne )?Bescheid|Soll ich|Möchte(?:st du|n Sie)"
        + @"|N['’]hésite[zs]?"
        + @"|Souhaitez-vous|Veux-tu que|¿Quieres que|¿Te gustaría que|Avísame|Fammi sapere|Vuoi che|Me avise|Quer que eu|Gostaria que)\b"
        + @"|^[\s*_>]*(?:Cheers|Best(?: wishes| regards)?|(?:Kind |Warm )?[Rr]egards|Many thanks|Thanks|LG|VG|Viele Grüße|Liebe Grüße"
        + @"|Mit freundlichen Grüßen|Cordialement|Bonne journée|Un saludo|Saludos|Cordiali saluti|Saluti|Abraços?|Cumprimentos)[,!.]?\s*$")]
    private static partial Regex After();
}
