using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Units that a formula sets upright behind a number: <c>3\,\text{V}</c>, <c>\mathrm{mol\cdot L^{-1}}</c>.</summary>
internal sealed partial class LatexUnits(UnitRules units, CompoundUnits compounds)
{
    private const string Behind = @"(?<=\d\}?(?:\\[,;: !]|~|\s)*)";
    private const string Command = @"\\(?:text|mathrm|textrm|operatorname|rm|unit)\s*";
    private const string Upright = Command + @"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}(?:\^\{?[-−]?\d\}?)?";

    private readonly Regex _unit = new($@"\G[\s\u00A0]?{units.Pattern}", RegexOptions.CultureInvariant);

    /// <summary>The formula with the words of its units.</summary>
    /// <param name="latex">LaTeX without delimiters.</param>
    public string Written(string latex)
    {
        latex = Compounds().Replace(latex, match => CompoundOf(match.Value, IsMany(match)) ?? match.Value);
        return Single().Replace(latex.Replace("{,}", ",", StringComparison.Ordinal), match =>
            $@"\text{{ {UnitOf(match.Groups["unit"].Value.Replace(@"\Omega", "Ω").Replace(@"\mu", "µ").Replace(@"\degree", "°")
                .Replace(@"^\circ", "°").Replace(" ", ""), IsMany(match)) ?? match.Groups["unit"].Value}}}");
    }

    private static bool IsMany(Match match) => !OneBefore().IsMatch(match.Result("$`"));

    /// <summary>The words of a unit of several parts; null where it is none.</summary>
    private string? CompoundOf(string latex, bool many)
    {
        var plain = CommandOrBrace().Replace(latex.Replace(@"\cdot", "·", StringComparison.Ordinal), "");
        plain = Gap().Replace(plain, " ").Trim();
        return Compound().IsMatch(plain) && compounds.Words(Stop().Replace(plain, "·"), many, alone: true) is { } words
            ? $@"\text{{ {words}}}" : null;
    }

    /// <summary>The words of one unit; null where it is none.</summary>
    private string? UnitOf(string sign, bool many) => _unit.Match(" " + sign) is { Success: true } match && match.Length == sign.Length + 1
        ? units.Unit(match, many) : null;

    [GeneratedRegex(
        Behind + "(?:" + Command + @"\{\s*(?<unit>[^{}]+?)\s*\}|(?<unit>[kMµ]?\\Omega)(?![a-zA-Z]))", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex(Behind + Upright + @"(?:\s*(?:\\cdot|\\,|/)\s*" + Upright + ")*")]
    private static partial Regex Compounds();

    [GeneratedRegex(Command + "|[{}]")]
    private static partial Regex CommandOrBrace();

    [GeneratedRegex(@"(?:\\[,;: !]|~|\s)+")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\s?·\s?")]
    private static partial Regex Stop();

    [GeneratedRegex("^" + CompoundUnits.Pattern + "$")]
    private static partial Regex Compound();

    [GeneratedRegex(@"(?<![\d.,])1\}?(?:\\[,;: !]|~|\s)*$")]
    private static partial Regex OneBefore();
}
