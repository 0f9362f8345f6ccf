namespace TemporalVideo.OpenAi.Chat;

/// <summary>A language model.</summary>
public sealed record OpenAiChatOptions
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The most tokens of an answer, those of the model's thinking among them.</summary>
    public required int MostTokens { get; init; }

    /// <summary>Prices of a million tokens of question and of answer, in US dollars.</summary>
    public required (decimal Input, decimal Output) Tokens { get; init; }

    /// <summary>What so many tokens cost, in US dollars.</summary>
    /// <param name="input">Tokens of the question.</param>
    /// <param name="output">Tokens of the answer.</param>
    public decimal PriceOf(long input, long output) => ((input * Tokens.Input) + (output * Tokens.Output)) / 1_000_000m;
}
