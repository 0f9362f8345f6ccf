namespace TemporalVideo.Studio.Words;

/// <summary>Commands of LaTeX that are one character, for those who write it and those who say it.</summary>
internal static class LatexSigns
{
    private const string SetLetters = "NZQRC";
    private const string SetSigns = "ℕℤℚℝℂ";

    /// <summary>The sign of a set of numbers, ℝ for R; null for other letters.</summary>
    public static char? SetOf(char letter) => SetLetters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? SetSigns[at] : null;

    /// <summary>The letter of a set of numbers, R for ℝ; other signs as they are.</summary>
    public static char LetterOf(char sign) => SetSigns.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? SetLetters[at] : sign;

    /// <summary>What relates or computes.</summary>
    public static readonly IReadOnlyDictionary<string, char> Relations = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["times"] = '×',
        ["cdot"] = '·',
        ["ast"] = '·',
        ["div"] = '÷',
        ["pm"] = '±',
        ["mp"] = '∓',
        ["le"] = '≤',
        ["leq"] = '≤',
        ["ge"] = '≥',
        ["geq"] = '≥',
        ["ne"] = '≠',
        ["neq"] = '≠',
        ["approx"] = '≈',
        ["sim"] = '≈',
        ["simeq"] = '≈',
        ["equiv"] = '≡',
        ["to"] = '→',
        ["rightarrow"] = '→',
        ["longrightarrow"] = '→',
        ["Rightarrow"] = '⇒',
        ["implies"] = '⇒',
        ["iff"] = '⇔',
        ["Leftrightarrow"] = '⇔',
        ["rightleftharpoons"] = '⇌',
        ["in"] = '∈',
        ["notin"] = '∉',
        ["cup"] = '∪',
        ["cap"] = '∩',
        ["subset"] = '⊂',
        ["propto"] = '∝',
        ["lt"] = '<',
        ["gt"] = '>',
        ["perp"] = '⊥',
        ["parallel"] = '∥',
        ["land"] = '∧',
        ["lor"] = '∨',
        ["neg"] = '¬',
        ["therefore"] = '∴',
    };

    /// <summary>What stands for something.</summary>
    public static readonly IReadOnlyDictionary<string, char> Things = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["infty"] = '∞',
        ["partial"] = '∂',
        ["nabla"] = '∇',
        ["emptyset"] = '∅',
        ["varnothing"] = '∅',
        ["forall"] = '∀',
        ["exists"] = '∃',
        ["degree"] = '°',
        ["%"] = '%',
        ["$"] = '$',
        ["&"] = '&',
        ["angle"] = '∠',
    };

    /// <summary>Greek letters, small; a name with a capital means the capital.</summary>
    public static readonly IReadOnlyDictionary<string, char> Greek = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["alpha"] = 'α',
        ["beta"] = 'β',
        ["gamma"] = 'γ',
        ["delta"] = 'δ',
        ["epsilon"] = 'ε',
        ["varepsilon"] = 'ε',
        ["zeta"] = 'ζ',
        ["eta"] = 'η',
        ["theta"] = 'θ',
        ["vartheta"] = 'θ',
        ["iota"] = 'ι',
        ["kappa"] = 'κ',
        ["lambda"] = 'λ',
        ["mu"] = 'μ',
        ["nu"] = 'ν',
        ["xi"] = 'ξ',
        ["pi"] = 'π',
        ["rho"] = 'ρ',
        ["sigma"] = 'σ',
        ["tau"] = 'τ',
        ["upsilon"] = 'υ',
        ["phi"] = 'φ',
        ["varphi"] = 'φ',
        ["chi"] = 'χ',
        ["psi"] = 'ψ',
        ["omega"] = 'ω',
    };
}
