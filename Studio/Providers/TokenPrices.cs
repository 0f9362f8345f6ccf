namespace TemporalVideo.Studio.Providers;

/// <summary>What a model asks for tokens.</summary>
/// <param name="Input">Price of a million tokens that it is given, in US dollars.</param>
/// <param name="Output">Price of a million tokens that it makes, in US dollars.</param>
public sealed record TokenPrices(decimal Input, decimal Output)
{
    /// <summary>What so many tokens cost, in US dollars.</summary>
    /// <param name="input">Tokens that it is given.</param>
    /// <param name="output">Tokens that it makes.</param>
    public decimal Of(long input, long output) => ((input * Input) + (output * Output)) / 1_000_000m;
}
