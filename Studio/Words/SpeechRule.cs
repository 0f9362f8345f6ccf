using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>What stands at a place of a text, and how it is said.</summary>
/// <param name="Length">Characters of the text that it takes.</param>
/// <param name="Words">The words; empty for a sign without a sound.</param>
/// <param name="Unknown">What in it could not be said; null: nothing.</param>
internal readonly record struct SpokenPiece(int Length, string Words, IReadOnlyList<string>? Unknown = null);

/// <summary>Says one kind of notation.</summary>
internal abstract class SpeechRule
{
    /// <summary>The piece that begins at a place; null when the rule does not apply there.</summary>
    public abstract SpokenPiece? At(string text, int at);
}

/// <summary>A rule that is a pattern.</summary>
/// <param name="pattern">Matched where the piece begins; it may look around.</param>
/// <param name="say">The words, or null to leave it to the rules that follow.</param>
internal sealed class PatternRule(string pattern, Func<Match, string?> say) : SpeechRule
{
    private readonly Regex _pattern = new($@"\G(?:{pattern})", RegexOptions.CultureInvariant);

    public override SpokenPiece? At(string text, int at) =>
        _pattern.Match(text, at) is { Success: true, Length: > 0 } match && say(match) is { } words ? new SpokenPiece(match.Length, words)
            : null;
}
