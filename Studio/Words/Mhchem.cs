using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>
/// Chemistry as it is typed for LaTeX (package mhchem) as a line of text: <c>Cu^2+ + 2e- -> Cu</c> is "Cu²⁺ + 2e⁻ → Cu".
/// Source: <see href="https://mhchem.github.io/MathJax-mhchem/"/>.
/// </summary>
internal static partial class Mhchem
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>The line of text.</summary>
    /// <param name="notation">What stands between the braces of <c>\ce</c>.</param>
    public static string ToPlain(string notation)
    {
        var plain = Arrow().Replace(notation, match => match.Value.Contains('=') ? " ⇌ " : match.Value.Contains('<') ? " ↔ " : " → ");
        plain = Charge().Replace(
            plain, match => In(match.Groups["count"].Value, Raised) + (match.Groups["sign"].Value == "+" ? "⁺" : "⁻"));
        plain = Index().Replace(plain, match => In(match.Groups["count"].Value, Lowered));
        return Spaces().Replace(plain, " ").Trim();
    }

    private static string In(string digits, string signs) => string.Concat(digits.Select(digit => signs[digit - '0']));

    /// <summary>What is written above and below an arrow stays in the picture.</summary>
    [GeneratedRegex(@"\s*(?:<=>>?|<<=>|<->|<-->|->)(?:\[[^\]]*\]){0,2}\s*")]
    private static partial Regex Arrow();

    /// <summary>Raised: <c>^2+</c>, <c>^{2-}</c>, <c>^+</c>; or a sign right behind what it belongs to, at its end: <c>Na+</c>.</summary>
    [GeneratedRegex(@"\^\{?(?<count>\d*)(?<sign>[+\-−])\}?|(?<=[\p{L})\]\d])(?<count>)(?<sign>[+\-−])(?=\s|$|\()")]
    private static partial Regex Charge();

    /// <summary>Behind an element or a bracket: <c>H2O</c>, <c>SO_4</c>, <c>C_{12}</c>.</summary>
    [GeneratedRegex(@"(?<=[\p{L})\]])(?:_?\{?)(?<count>\d+)\}?")]
    private static partial Regex Index();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
