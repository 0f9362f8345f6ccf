namespace TemporalVideo.Studio.Words;

/// <summary>Raised and lowered characters.</summary>
internal static class Scripted
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᵏᵐᵖᵗˣʸᵀ";
    private const string RaisedPlain = "0123456789+-=()niabcdekmptxyT";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢₐₑₓⱼₖₘₚₜₒₛₕₗᵣᵤᵥ";
    private const string LoweredPlain = "0123456789+-=()niaexjkmptoshlruv";

    public static bool IsRaised(char character) => Raised.Contains(character, StringComparison.Ordinal);

    public static bool IsLowered(char character) => Lowered.Contains(character, StringComparison.Ordinal);

    /// <summary>The same on the line.</summary>
    public static string Plain(string text) => string.Concat(text.Select(Plain));

    /// <summary>A text raised or lowered; null where a sign of it has no such form.</summary>
    public static string? Of(string text, bool raised)
    {
        var (plain, scripted) = raised ? (RaisedPlain, Raised) : (LoweredPlain, Lowered);
        var places = text.Replace('−', '-').Select(c => plain.IndexOf(c, StringComparison.Ordinal)).ToList();
        return text.Length > 0 && places.TrueForAll(place => place >= 0) ? string.Concat(places.Select(place => scripted[place])) : null;
    }

    private static char Plain(char character) =>
        Raised.IndexOf(character, StringComparison.Ordinal) is >= 0 and var raised ? RaisedPlain[raised]
        : Lowered.IndexOf(character, StringComparison.Ordinal) is >= 0 and var lowered ? LoweredPlain[lowered] : character;
}
