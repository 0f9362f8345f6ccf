namespace TemporalVideo.Studio.Words;

/// <summary>A sentence and where it begins in the text it was cut from.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Text">The sentence with its closing marks, without space around it.</param>
public sealed record SentenceSpan(int Start, string Text)
{
    /// <summary>Ends a sentence that has no mark at its end: a line separator, U+2028.</summary>
    public const char EndOfLine = '\u2028';
}
