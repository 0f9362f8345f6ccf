using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What was ordered, as the row in <c>generations</c> keeps it (R-C3). JSON: names in snake case.</summary>
public sealed record GenerationSpec
{
    /// <summary>A short name of the source; null when the row of the session was there already.</summary>
    [JsonPropertyName("topic")]
    public string? Topic { get; init; }

    /// <summary>Whether it is made from a lesson or a topic.</summary>
    [JsonPropertyName("source")]
    public SourceKind Source { get; init; }

    /// <summary>Wanted length in seconds; null for as long as the lesson takes.</summary>
    [JsonPropertyName("seconds")]
    public double? Seconds { get; init; }

    /// <summary>Whether every sentence was to be taken.</summary>
    [JsonPropertyName("verbatim")]
    public bool Verbatim { get; init; }

    /// <summary>Size of the picture; null: the lesson's own wish, else 16:9.</summary>
    [JsonPropertyName("size")]
    public VideoSize? Size { get; init; }

    /// <summary>Archetype or framework; null: the lesson's own order.</summary>
    [JsonPropertyName("shape")]
    public string? Shape { get; init; }

    /// <summary>How freely the plan departs from it, 0 to 1; null without one.</summary>
    [JsonPropertyName("creativity_level")]
    public double? Creativity { get; init; }

    /// <summary>Who it is for; null: people who know nothing of it yet.</summary>
    [JsonPropertyName("audience")]
    public string? Audience { get; init; }

    /// <summary>Voice, speed and music, as far as they were asked for.</summary>
    [JsonPropertyName("sound")]
    public required SoundChoice Sound { get; init; }

    /// <summary>Whether a person approves story and scenes.</summary>
    [JsonPropertyName("interactive")]
    public bool Interactive { get; init; }

    /// <summary>The most it may cost, in US dollars; null for no limit.</summary>
    [JsonPropertyName("cost_limit")]
    public decimal? CostLimit { get; init; }

    /// <summary>The session that it is made of; null without one.</summary>
    [JsonPropertyName("parent")]
    public string? Parent { get; init; }

    /// <summary>What an order asks for.</summary>
    /// <param name="input">The order.</param>
    public static GenerationSpec Of(VideoInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new()
        {
            Topic = input.Topic,
            Source = input.SourceKind,
            Seconds = input.TargetSeconds,
            Verbatim = input.Verbatim,
            Size = input.Size,
            Shape = input.Shape?.Name,
            Creativity = input.Shape?.Creativity,
            Audience = input.Audience,
            Sound = input.Sound,
            Interactive = input.Interactive,
            CostLimit = input.CostLimit,
            Parent = input.Fork?.Parent.SessionId,
        };
    }
}

/// <summary>What a person brought of a brand or product, as the row in <c>generations</c> keeps it.</summary>
/// <param name="Product">The product; null without one.</param>
/// <param name="Pictures">Keys of its pictures in the object store, by their names.</param>
public sealed record BroughtAssets(
    [property: JsonPropertyName("product")] string? Product,
    [property: JsonPropertyName("pictures")] IReadOnlyDictionary<string, string> Pictures)
{
    /// <summary>Logo, products and characters; null without any.</summary>
    [JsonPropertyName("brand"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BrandPictures? Brand { get; init; }
}

/// <summary>A session that begins, for its row in <c>generations</c>.</summary>
/// <param name="Spec">What was ordered.</param>
/// <param name="Assets">What was brought of a brand.</param>
/// <param name="Config">The configuration that it is made by.</param>
public sealed record GenerationOrder(GenerationSpec Spec, BroughtAssets Assets, PipelineSettings Config);

/// <summary>How far a session is, for its row in <c>generations</c>. What there is of it stands in the object store.</summary>
public sealed record GenerationStand
{
    /// <summary>How far it is.</summary>
    public required GenerationStage Stage { get; init; }

    /// <summary>The phase that it is in.</summary>
    public required VideoPhase Phase { get; init; }

    /// <summary>Version of the story; null before there is one.</summary>
    public string? Story { get; init; }

    /// <summary>What was charged in each phase, in US dollars.</summary>
    public IReadOnlyDictionary<string, decimal> Costs { get; init; } = new Dictionary<string, decimal>();

    /// <summary>How long it took, in seconds; null until it has ended.</summary>
    public double? Seconds { get; init; }
}
