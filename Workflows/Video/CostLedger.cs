using System.Globalization;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Counts what the pieces cost and stops before the limit would be exceeded.</summary>
internal sealed class CostLedger(PriceList prices, decimal? limit)
{
    private readonly List<CostItem> _items = [];
    private readonly HashSet<string> _counted = [];
    private decimal _reserved;

    /// <summary>The most that may be charged, in US dollars; null for no limit.</summary>
    public decimal? Limit { get; set; } = limit;

    public CostReport Report => new() { Items = [.. _items] };

    /// <summary>What may be spent yet; null where there is no limit.</summary>
    public decimal? Room => Limit - Report.Charged - _reserved;

    /// <summary>What a piece costs in this run when it has to be made.</summary>
    public decimal PriceOf(PieceKind kind, AgentName agent) => prices.ChargeOf(kind, agent);

    /// <summary>What an agent has been charged.</summary>
    public decimal ChargedBy(AgentName agent) => _items.Where(item => item.Agent == agent).Sum(item => item.Charged);

    /// <summary>What an agent's pieces cost from paid providers.</summary>
    public decimal EstimateOf(AgentName agent) => _items.Where(item => item.Agent == agent).Sum(item => item.Estimate);

    /// <summary>
    /// Has a piece made. Its price is set aside first; what is charged follows from who made the piece, which the answer says: each
    /// making once, and also the one whose worker died before it could answer.
    /// </summary>
    /// <param name="agent">Who works.</param>
    /// <param name="kind">What is made.</param>
    /// <param name="segmentId">Of which segment; null for the whole video.</param>
    /// <param name="make">Makes it, for <see cref="PriceOf"/>.</param>
    /// <exception cref="ApplicationFailureException">The piece would exceed the limit (<see cref="FailureTypes.CostLimit"/>).</exception>
    public async Task<T> PayAsync<T>(AgentName agent, PieceKind kind, string? segmentId, Func<Task<T>> make)
        where T : IMade
    {
        var price = prices.ChargeOf(kind, agent);
        Reserve(agent, kind, price);
        try
        {
            var made = await make();
            if (made is not Piece { Key.Length: 0 })
            {
                _items.Add(new CostItem(agent, kind, segmentId, ChargeFor(made, price), prices.EstimateOf(kind)));
            }

            return made;
        }
        finally
        {
            _reserved -= price;
        }
    }

    /// <summary>Counts what was paid beside the making of pieces, such as for judging them.</summary>
    public void Add(AgentName agent, PieceKind kind, decimal charged)
    {
        if (charged > 0)
        {
            _items.Add(new CostItem(agent, kind, null, charged, 0));
        }
    }

    /// <summary>Results of earlier releases do not say who made the piece.</summary>
    private decimal ChargeFor(IMade made, decimal price) => made switch
    {
        { Making: { } making } => _counted.Add(making.Step) ? making.Cost : 0,
        { Found: true } => 0,
        _ => price,
    };

    private void Reserve(AgentName agent, PieceKind kind, decimal price)
    {
        var spent = Report.Charged + _reserved;
        if (price > 0 && spent + price > Limit)
        {
            throw new ApplicationFailureException(
                string.Create(CultureInfo.InvariantCulture,
                    $"{agent} stopped before making a {kind.ToString().ToLowerInvariant()} for ${price}: ${spent} are spent or set aside ")
                    + string.Create(CultureInfo.InvariantCulture,
                        $"and the limit is ${Limit}. Start the session again with a higher limit; what is made is kept."),
                errorType: FailureTypes.CostLimit, nonRetryable: true);
        }

        _reserved += price;
    }
}
