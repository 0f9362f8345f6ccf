namespace TemporalVideo.Workflows.Contracts;

/// <summary>What one piece cost.</summary>
/// <param name="Agent">Who made it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="SegmentId">The segment it belongs to; null for the whole video.</param>
/// <param name="Charged">What was charged, in US dollars; 0 from an offline provider, or when the piece was found in the object store.</param>
/// <param name="Estimate">What it costs from a paid provider, in US dollars.</param>
public sealed record CostItem(AgentName Agent, PieceKind Kind, string? SegmentId, decimal Charged, decimal Estimate);
