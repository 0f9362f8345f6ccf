using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Studio.Words;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>A sentence of the lesson as a sentence of the story: as it is written, and as it is spoken where that differs.</summary>
internal static class Spoken
{
    public static Sentence Of(LessonSentence sentence, string language)
    {
        var spoken = sentence.Formulas.Aggregate(
            sentence.Text, (text, formula) => text.Replace(formula.Plain, FormulaSpeech.Of(formula.Plain, language), StringComparison.Ordinal));
        spoken = SpeechNormaliser.For(language).Speak(spoken);
        return new Sentence { Text = sentence.Text, Spoken = spoken == sentence.Text ? null : spoken, Line = sentence.Line > 0 ? sentence.Line : null };
    }
}
