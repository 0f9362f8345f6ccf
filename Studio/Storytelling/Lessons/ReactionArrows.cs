using System.Text.RegularExpressions;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The arrow of a reaction as it is typed: "2H2 + O2 -> 2H2O", "N2 + 3H2 &lt;=> 2NH3".
/// Others may be code, or mean anything.</summary>
internal static partial class ReactionArrows
{
    private const string Substance =
        @"(?:[A-Z][a-z]?[\d₀-₉]{0,2}|\((?:[A-Z][a-z]?[\d₀-₉]{0,2})+\)[\d₀-₉]{1,2})+(?:[⁰¹²³⁴]?[⁺⁻])?(?:\s?"
            + ChemistryRule.InAState + ")?";

    /// <summary>The line with the arrow that was meant.</summary>
    public static string Drawn(string line) => Typed().Replace(line, match =>
        line.Contains(" + ", StringComparison.Ordinal) || Counted().IsMatch(match.Groups["before"].Value + match.Groups["after"].Value)
            ? $"{match.Groups["before"].Value} {(match.Groups["back"].Success ? '⇌' : '→')} " : match.Value);

    [GeneratedRegex($@"(?<![\p{{L}}\p{{N}}`])(?<before>\d{{0,2}}{Substance})\s?(?<back><)?"
        + $@"[-=]{{1,3}}>\s?(?=\d{{0,2}}\s?(?<after>{Substance})"
        + @"(?![\p{L}\p{N}_`]))")]
    private static partial Regex Typed();

    [GeneratedRegex(@"[\d₀-₉]|" + ChemistryRule.InAState)]
    private static partial Regex Counted();
}
