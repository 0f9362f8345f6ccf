using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Studio.Narration;

/// <summary>A language that is none, or that no voice here speaks, or a voice that is not there. Trying again does not help.</summary>
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
        $"The lesson's language '{Shown(text)}' is no language tag. "
        + "Write one in its front matter, such as 'language: en', 'de' or 'pt-BR'.");

    /// <summary>espeak-ng on this machine has no voice of the language.</summary>
    /// <param name="tag">The language.</param>
    /// <param name="spoken">Languages that are spoken.</param>
    public static UnknownLanguageException NoVoice(LanguageTag tag, IEnumerable<string> spoken) => new(
        $"espeak-ng has no voice for the lesson's language '{tag}'. It speaks {string.Join(", ", spoken)}. "
        + "Name one of these in the front matter.");

    /// <summary>No voice here reads it.</summary>
    /// <param name="tag">The language.</param>
    public static UnknownLanguageException NotRead(LanguageTag tag) => new(
        $"No voice here reads the lesson's language '{tag}'{(ReadLanguages.WhyNot(tag.Language) is { } why ? $": {why}" : "")}. "
        + $"A Piper voice of the language would help: put it into a folder voices/NAME (model.onnx, model.onnx.json, licence). {Programs}");

    /// <summary>Nothing that speaks is installed.</summary>
    /// <param name="tag">The language.</param>
    public static UnknownLanguageException NothingInstalled(LanguageTag tag) => new(
        $"No program that speaks the lesson's language '{tag}' is installed: apt-get install espeak-ng.");

    /// <summary>There is no voice of the name.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="names">The voices there are.</param>
    public static UnknownLanguageException NoSuchVoice(string name, IEnumerable<string> names) => new(
        $"There is no voice '{Shown(name)}' here. There are {string.Join(", ", names)}. {Programs}");

    /// <summary>A voice does not speak the language.</summary>
    /// <param name="name">The voice.</param>
    /// <param name="tag">The lesson's language.</param>
    /// <param name="spoken">Languages that it speaks.</param>
    public static UnknownLanguageException WrongVoice(string name, LanguageTag tag, IEnumerable<string> spoken) => new(
        $"The voice '{name}' speaks {string.Join(", ", spoken)}, and the lesson is in '{tag}'. {Programs}");

    /// <summary>The folder of a voice is not as it must be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="wrong">What is wrong with it.</param>
    public static UnknownLanguageException BrokenVoice(string folder, string wrong) =>
        new($"The voice in '{folder}' cannot be used: {wrong}");

    private const string Programs = "'starter voices' lists the voices and their languages.";

    private static string Shown(string? text)
    {
        var line = string.Concat((text ?? "").Where(character => !char.IsControl(character)));
        return line.Length <= ShownLetters ? line : line[..ShownLetters] + "…";
    }
}
