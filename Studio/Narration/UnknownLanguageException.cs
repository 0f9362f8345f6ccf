using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Narration;

/// <summary>A language that is none, or that no voice here speaks. Trying again does not help.</summary>
public sealed class UnknownLanguageException : UnusableInputException
{
    private const int ShownLetters = 40;

    private UnknownLanguageException(string message)
        : base(message)
    {
    }

    /// <summary>What was written is no language tag.</summary>
    /// <param name="text">What was written.</param>
    public static UnknownLanguageException NoTag(string? text) => new(
        $"The lesson's language '{Shown(text)}' is no language tag. Write one in its front matter, such as 'language: en', 'de' or 'pt-BR'.");

    /// <summary>No voice speaks it.</summary>
    /// <param name="tag">The language.</param>
    /// <param name="spoken">Languages that are spoken.</param>
    public static UnknownLanguageException NoVoice(LanguageTag tag, IEnumerable<string> spoken) => new(
        $"espeak-ng has no voice for the lesson's language '{tag}'. It speaks {string.Join(", ", spoken)}. "
        + "Name one of these in the front matter.");

    private static string Shown(string? text)
    {
        var line = string.Concat((text ?? "").Where(character => !char.IsControl(character)));
        return line.Length <= ShownLetters ? line : line[..ShownLetters] + "…";
    }
}
