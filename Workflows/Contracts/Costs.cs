using System.Globalization;
using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What a video cost, piece by piece.</summary>
public sealed record CostReport
{
    /// <summary>The pieces in the order they were made.</summary>
    public IReadOnlyList<CostItem> Items { get; init; } = [];

    /// <summary>Sum of what was charged, in US dollars.</summary>
    public decimal Charged => Items.Sum(item => item.Charged);

    /// <summary>Sum of the estimates, in US dollars.</summary>
    public decimal Estimate => Items.Sum(item => item.Estimate);

    /// <summary>One line per R-B9: <c>Agent2: $0.01 | Agent4: $0.05 | Total: $0.06</c>.</summary>
    [JsonIgnore]
    public string Line => string.Join(" | ", Items
        .GroupBy(item => item.Agent)
        .Where(group => group.Key != AgentName.Orchestrator || group.Any(item => item.Charged > 0))
        .OrderBy(group => group.Key)
        .Select(group => Entry(group.Key.ToString(), group.Sum(item => item.Charged)))
        .Append(Entry("Total", Charged)));

    private static string Entry(string name, decimal dollars) => string.Create(CultureInfo.InvariantCulture, $"{name}: ${dollars:0.00}");
}

/// <summary>What one piece cost.</summary>
/// <param name="Agent">Who made it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="SegmentId">The segment it belongs to; null for the whole video.</param>
/// <param name="Charged">What was charged, in US dollars; 0 from an offline provider, or when the piece was found in the object
/// store.</param>
/// <param name="Estimate">What it costs from a paid provider, in US dollars.</param>
public sealed record CostItem(AgentName Agent, PieceKind Kind, string? SegmentId, decimal Charged, decimal Estimate);

/// <summary>What can cost money. JSON and <c>config/prices.yaml</c>: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PieceKind>))]
public enum PieceKind
{
    /// <summary>A plan of the whole story.</summary>
    [JsonStringEnumMemberName("story")] Story,

    /// <summary>What all scenes show, in words, written and judged.</summary>
    [JsonStringEnumMemberName("storyboard")] Storyboard,

    /// <summary>The layered picture of one segment.</summary>
    [JsonStringEnumMemberName("scene")] Scene,

    /// <summary>The spoken text of one segment.</summary>
    [JsonStringEnumMemberName("narration")] Narration,

    /// <summary>The music of the video.</summary>
    [JsonStringEnumMemberName("music")] Music,

    /// <summary>One image of Agent6.</summary>
    [JsonStringEnumMemberName("image")] Image,

    /// <summary>One clip.</summary>
    [JsonStringEnumMemberName("clip")] Clip,

    /// <summary>One stitching job.</summary>
    [JsonStringEnumMemberName("stitch")] Stitch,

    /// <summary>A picture that scenes keep to.</summary>
    [JsonStringEnumMemberName("reference")] Reference,

    /// <summary>Moving pictures for one clip, which a service makes of the scene's painting.</summary>
    [JsonStringEnumMemberName("footage")] Footage,
}

/// <summary>Prices in US dollars per piece, from <c>config/prices.yaml</c>.</summary>
public sealed record PriceList
{
    /// <summary>Price of one piece of each kind when a paid provider makes it (R-B8); a kind that is not named costs nothing.</summary>
    public IReadOnlyDictionary<PieceKind, decimal> Estimates { get; init; } = new Dictionary<PieceKind, decimal>();

    /// <summary>The kinds that a paid provider makes in this run. All others are made offline and charge nothing.</summary>
    public IReadOnlyList<PieceKind> Charged { get; init; } = [];

    /// <summary>The kinds that a paid provider makes for Agent6 alone, where the other agents' are made offline; default none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PieceKind>? ChargedToAgent6 { get; init; }

    /// <summary>What one piece would cost with a paid provider.</summary>
    /// <param name="kind">The kind of piece.</param>
    public decimal EstimateOf(PieceKind kind) => Estimates.GetValueOrDefault(kind);

    /// <summary>What one piece costs in this run.</summary>
    /// <param name="kind">The kind of piece.</param>
    /// <param name="agent">Who has it made.</param>
    public decimal ChargeOf(PieceKind kind, AgentName agent) => IsCharged(kind, agent) ? EstimateOf(kind) : 0;

    /// <summary>Whether a paid provider makes an agent's pieces of a kind in this run.</summary>
    /// <param name="kind">The kind of piece.</param>
    /// <param name="agent">Who has it made.</param>
    public bool IsCharged(PieceKind kind, AgentName agent) =>
        Charged.Contains(kind) || (agent == AgentName.Agent6 && ChargedToAgent6?.Contains(kind) == true);
}
