using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>
/// What a chat assistant says around a lesson that it wrote: "Sure! Here's a lesson plan …" before it, "Let me know if you'd like a
/// worksheet" behind it. It speaks to the teacher, not to the class. No line moves.
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
        foreach (var at in text.Where(at => !lines[at].StartsWith('#')).Take(1).Where(at => Before().IsMatch(lines[at]))
            .Concat(text.TakeLast(1).Where(at => After().IsMatch(lines[at]))).Where(at => lines[at].Length <= Longest).ToList())
        {
            leftOut.Add(new LeftOut(
                at + 1,
                lines[at].Replace("*", "", StringComparison.Ordinal).Trim(' ', '_', '>'),
                "it speaks to who asked for the lesson, not to those who watch"));
            lines[at] = "";
        }
    }

    [GeneratedRegex(@"^[\s*_>]*(?:(?:Sure|Certainly|Of course|Absolutely|Great)[!,.].*\b(?:[Hh]ere(?:['’]s| is| are)|[Bb]elow)\b"
        + @"|Here(?:['’]s| is) (?:a|an|the|your) .*\b(?:lesson|script|plan|text|explanation|summary|overview)\b.*[:!.👇]?$"
        + @"|(?:Klar|Gerne|Natürlich|Selbstverständlich)[!,.].*\b[Hh]ier (?:ist|sind|kommt)\b"
        + @"|(?:Bien sûr|Avec plaisir|Voici)\b.*\b(?:cours|leçon|plan|fiche|texte|script)\b|¡?(?:Claro|Por supuesto)[!,.].*\b[Aa]quí\b"
        + @"|(?:Certo|Certamente|Ecco)[!,. ].*\b(?:lezione|testo|piano)\b|(?:Claro|Com certeza)[!,.].*\b[Aa]qui\b)")]
    private static partial Regex Before();

    [GeneratedRegex(@"^[\s*_>]*(?:Let me know|Would you like (?:me|a|an|the)|Do you want me|Feel free to|I hope this helps|Hope this helps"
        + @"|Lass(?:en Sie)? (?:es )?mich wissen|Sag(?:en Sie)? (?:mir )?(?:gerne )?Bescheid|Soll ich|Möchte(?:st du|n Sie)"
        + @"|N['’]hésite[zs]?"
        + @"|Souhaitez-vous|Veux-tu que|¿Quieres que|¿Te gustaría que|Avísame|Fammi sapere|Vuoi che|Me avise|Quer que eu|Gostaria que)\b")]
    private static partial Regex After();
}
