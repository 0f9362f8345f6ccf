namespace TemporalVideo.Workflows.Contracts;

/// <summary>Prices in US dollars per piece, from <c>config/prices.yaml</c>.</summary>
public sealed record PriceList
{
    /// <summary>Price of one piece of each kind when a paid provider makes it (R-B8); a kind that is not named costs nothing.</summary>
    public IReadOnlyDictionary<PieceKind, decimal> Estimates { get; init; } = new Dictionary<PieceKind, decimal>();

    /// <summary>The kinds that a paid provider makes in this run. All others are made offline and charge nothing.</summary>
    public IReadOnlyList<PieceKind> Charged { get; init; } = [];

    /// <summary>What one piece would cost with a paid provider.</summary>
    /// <param name="kind">The kind of piece.</param>
    public decimal EstimateOf(PieceKind kind) => Estimates.GetValueOrDefault(kind);

    /// <summary>What one piece costs in this run.</summary>
    /// <param name="kind">The kind of piece.</param>
    public decimal ChargeOf(PieceKind kind) => Charged.Contains(kind) ? EstimateOf(kind) : 0;
}
