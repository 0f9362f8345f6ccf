using TemporalVideo.Studio.Providers;

namespace TemporalVideo.OpenAi.Chat;

/// <summary>A language model.</summary>
public sealed record OpenAiChatOptions
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The most tokens of an answer, those of the model's thinking among them.</summary>
    public required int MostTokens { get; init; }

    /// <summary>What tokens of question and of answer cost.</summary>
    public required TokenPrices Tokens { get; init; }
}
