namespace TemporalVideo.Studio.Words;

/// <summary>A number that was read without doubt.</summary>
/// <param name="Value">What it amounts to: "2.5 million" is 2,500,000; "40 %" is 40; of a range the middle.</param>
/// <param name="Unit">What it counts, as written: <c>°C</c>, <c>$</c>, <c>%</c>, "km/h", "moons"; empty without one.</param>
/// <param name="Qualifier">What limits it, as written: <c>≈</c>, <c>&lt;</c>, "about"; empty without one.</param>
/// <param name="Low">Lower end of a range; else <paramref name="Value"/>.</param>
/// <param name="High">Upper end of a range; else <paramref name="Value"/>.</param>
public readonly record struct NumberValue(double Value, string Unit, string Qualifier, double Low, double High)
{
    /// <summary>Whether it is a range.</summary>
    public bool IsRange => Low < High;
}
