using System.Text.RegularExpressions;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The language of a lesson: as its front matter says it, else as its words tell it.</summary>
/// <param name="Tag">IETF tag.</param>
/// <param name="Notes">What its author may want to know.</param>
internal sealed partial record LessonLanguage(string Tag, IReadOnlyList<LeftOut> Notes)
{
    /// <summary>Languages that a voice here reads from their own writing.</summary>
    private static readonly string[] Spoken =
    [
        "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "no", "fi", "cs", "el", "tr", "ru", "uk", "hu", "ro", "id", "vi",
            "ar", "hi", "zh", "ko",
    ];

    /// <exception cref="StorySourceException">The language that is named is none that can be spoken.</exception>
    public static LessonLanguage Of(string? named, string text, IReadOnlyList<string> own)
    {
        var guess = LanguageGuess.Of(text, out var isSure);
        if (string.IsNullOrWhiteSpace(named))
        {
            return guess is null || Spoken.Contains(guess) || own.Contains(guess)
                ? new(
                    guess is "pt" && Brazil().IsMatch(text) ? "pt-BR" : guess ?? "en",
                    guess is "en" || isSure ? [] : [new LeftOut(1, "the lesson's language",
                    $"it is not named; it was taken for '{guess ?? "en"}'. If that is wrong, write 'language: …' into the front matter")])
                : throw new StorySourceException(
                $"The lesson is written in {LanguageNames.English(guess)} ({guess}), which no voice here can read. {Help}");
        }

        var tag = TagOf(named.Trim(), own);
        return new(tag, guess is not null && isSure && guess != tag.Split('-')[0]
            ? [new LeftOut(1, $"language: {named.Trim()}", $"the text looks like '{guess}'; it is spoken as '{tag}' all the same")]
            : []);
    }

    private static string TagOf(string named, IReadOnlyList<string> own) => LanguageTag.TryParse(named, out var tag)
        && (Spoken.Contains(tag.Language) || own.Contains(tag.Language))
        ? tag.Value
        : throw new StorySourceException(
            $"The lesson's front matter says 'language: {Shortened(named)}', which cannot be spoken here. {Help}");

    private static string Help =>
        $"Languages that can be spoken are {string.Join(", ", Spoken)}. A translation into one of them would help, or a voice of your own "
            + "that speaks it: a folder voices/NAME with a Piper model (docs/voices.md).";

    /// <summary>Paragraphs in another language: they are said all the same, and their author may want to know how.</summary>
    /// <param name="paragraphs">Line and text of each.</param>
    /// <param name="tag">Language of the lesson.</param>
    public static IEnumerable<LeftOut> Foreign(IEnumerable<(int Line, string Text)> paragraphs, string tag) => paragraphs
        .Select(item => (item.Line, item.Text, Other: LanguageGuess.Other(item.Text, tag.Split('-')[0])))
        .Where(item => item.Other is not null)
        .Select(item => new LeftOut(
            item.Line, Shortened(item.Text), $"it looks like '{item.Other}'; it is spoken as '{tag}' all the same"));

    /// <summary>Money and words of Brazil, where numbers are said in another way than in Portugal.</summary>
    [GeneratedRegex(@"R\$\s?\d|\b(?:voc[êe]s?|ônibus|celular(?:es)?|gols?|trem|esporte|registrou|banheiro|café da manhã)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Brazil();

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
