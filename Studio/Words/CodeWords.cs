using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Code within a sentence as it is read out: <c>a &gt; b</c>, <c>&amp;&amp;</c>, <c>git revert &lt;hash&gt;</c>.</summary>
internal static partial class CodeWords
{
    /// <summary>The words; null for code that is read as any text.</summary>
    /// <param name="code">What stands between the backticks.</param>
    /// <param name="language">IETF tag.</param>
    public static string? Say(string code, string language)
    {
        if (SpeechLexicon.For(language) is not { } lexicon || !Operator().IsMatch(code) || code.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var words = Placeholder().Replace(code, match => match.Value.StartsWith("</", StringComparison.Ordinal)
            ? $" {lexicon.Code["/"]} {match.Groups["name"].Value} " : $" {match.Groups["name"].Value} ");
        var isExpression = words.Any(char.IsLetterOrDigit);
        words = Sign().Replace(words, match => $" {(isExpression ? Computing(match, lexicon) : null)
            ?? lexicon.Code.GetValueOrDefault(match.Value) ?? lexicon.Signs.GetValueOrDefault(match.Value) ?? match.Value} ");
        return string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string? Computing(Match match, SpeechLexicon lexicon) => match.Value switch
    {
        "&&" => lexicon.Signs["∧"],
        "||" => lexicon.Signs["∨"],
        "!" => lexicon.Signs["¬"],
        _ => null,
    };

    /// <summary>What a voice would read as a comparison of mathematics, or leave out.</summary>
    [GeneratedRegex(@"[<>|~^&]|\$|(?<!\.)\.\.(?!\.)|\*\*|//|!=|!(?=[\w(])|\d\s%\s|^[^\p{L}\p{N}\s]{1,3}$")]
    private static partial Regex Operator();

    [GeneratedRegex(@"</?(?<name>[\p{L}_][\w-]*)/?>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"->|=>|(?<!\.)\.\.(?!\.)|\$|&&|\|\||//|\*\*|>>|<<|>=|<=|!=|[<>|!~^%*&=+]|(?<=[~.\w])/(?=\w)|^/$")]
    private static partial Regex Sign();
}
