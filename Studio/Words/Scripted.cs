namespace TemporalVideo.Studio.Words;

/// <summary>Raised and lowered characters.</summary>
internal static class Scripted
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᵏᵐᵖᵗˣʸᵀ";
    private const string RaisedPlain = "0123456789+-=()niabcdekmptxyT";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢₐₑₓⱼₖₘₚₜ";
    private const string LoweredPlain = "0123456789+-=()niaexjkmpt";

    public static bool IsRaised(char character) => Raised.Contains(character, StringComparison.Ordinal);

    public static bool IsLowered(char character) => Lowered.Contains(character, StringComparison.Ordinal);

    /// <summary>The same on the line.</summary>
    public static string Plain(string text) => string.Concat(text.Select(Plain));

    private static char Plain(char character) =>
        Raised.IndexOf(character, StringComparison.Ordinal) is >= 0 and var raised ? RaisedPlain[raised]
        : Lowered.IndexOf(character, StringComparison.Ordinal) is >= 0 and var lowered ? LoweredPlain[lowered] : character;
}
