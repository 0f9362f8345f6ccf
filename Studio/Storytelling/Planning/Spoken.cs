using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Words;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>A sentence of the lesson as it is written and as it is spoken.</summary>
/// <param name="Source">The sentence of the lesson.</param>
/// <param name="Speech">What the voice says; empty when it can say nothing of it.</param>
/// <param name="UnknownSigns">What in it has no words.</param>
internal sealed record Spoken(LessonSentence Source, string Speech, IReadOnlyList<string> UnknownSigns)
{
    /// <summary>Whether the voice can say anything of it.</summary>
    public bool IsHeard => Speech.Any(char.IsLetterOrDigit)
        && UnknownSigns.Sum(sign => sign.Count(char.IsLetter)) <= MostUnknown * Source.Text.Count(char.IsLetter);

    /// <summary>A sentence of which more letters than this share are unknown makes no sense to a listener.</summary>
    private const double MostUnknown = 0.5;

    /// <summary>As a sentence of the story.</summary>
    public Sentence Sentence => new()
    {
        Text = Source.Text,
        Spoken = Speech == Source.Text ? null : Speech,
        Line = Source.Line > 0 ? Source.Line : null,
    };

    public static Spoken Of(LessonSentence sentence, string language, Pronunciation pronunciation)
    {
        var spoken = SpeechNormaliser.For(language).Speak(pronunciation.In(
            SpeechNormaliser.SaysFormulas(language) ? WithLatex(WithCode(sentence, language)) : sentence.Text));
        var speech = spoken.Spoken;
        return new Spoken(sentence, speech.Length > 0 && char.IsLetterOrDigit(speech[^1]) ? speech + "." : speech, spoken.UnknownSigns);
    }

    /// <summary>Signs of code have names of their own: <c>&gt;</c> between backticks compares nothing.</summary>
    private static LessonSentence WithCode(LessonSentence sentence, string language)
    {
        var (text, from) = (sentence.Text, 0);
        foreach (var code in sentence.Codes)
        {
            var at = text.IndexOf(code, from, StringComparison.Ordinal);
            var said = at < 0 ? null : CodeWords.Say(code, language);
            from = at < 0 ? from : at + (said ?? code).Length;
            text = said is null ? text : $"{text[..at]}{said}{text[(at + code.Length)..]}";
        }

        return text == sentence.Text ? sentence : sentence with { Text = text };
    }

    /// <summary>Formulas go to the voice as LaTeX, which says more than a line of text: what is below a stroke, what is raised. A letter
    /// behind a number or beside a stroke is a unit, "in m/s", though the sentence has a formula of that letter.</summary>
    private static string WithLatex(LessonSentence sentence)
    {
        var formulas = sentence.Formulas.Where(formula => formula.Plain.Length > 0).DistinctBy(formula => formula.Plain)
            .ToDictionary(formula => formula.Plain, formula => formula.Latex);
        var any = string.Join('|', formulas.Keys.OrderByDescending(plain => plain.Length).Select(plain =>
            plain.Length > 1 ? Regex.Escape(plain) : $@"(?<!\d\s|/){Regex.Escape(plain)}(?!/)"));
        return formulas.Count == 0
            ? sentence.Text
            : Regex.Replace(
                sentence.Text,
                $@"(?<![\p{{L}}\p{{N}}])(?:{any})(?![\p{{L}}\p{{N}}])",
                match => $@"\({formulas[match.Value]}\)");
    }
}
