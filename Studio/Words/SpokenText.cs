namespace TemporalVideo.Studio.Words;

/// <summary>A text as a voice is to read it.</summary>
/// <param name="Spoken">Words, plain numbers and the punctuation that a voice pauses at; empty when nothing of the text can be
/// said.</param>
/// <param name="UnknownSigns">
/// What has no rule and is therefore not said: signs, and words of a script that the language is not written in, each once, in the text's
/// order.
/// </param>
public sealed record SpokenText(string Spoken, IReadOnlyList<string> UnknownSigns);
