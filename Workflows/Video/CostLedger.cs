using System.Globalization;
using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Counts what the pieces cost and stops before the limit would be exceeded.</summary>
internal sealed class CostLedger(PriceList prices, decimal? limit)
{
    private readonly List<CostItem> _items = [];
    private decimal _reserved;

    public CostReport Report => new() { Items = [.. _items] };

    /// <summary>What an agent has been charged.</summary>
    public decimal ChargedBy(AgentName agent) => _items.Where(item => item.Agent == agent).Sum(item => item.Charged);

    /// <summary>What an agent's pieces cost from paid providers.</summary>
    public decimal EstimateOf(AgentName agent) => _items.Where(item => item.Agent == agent).Sum(item => item.Estimate);

    /// <summary>Has a piece made. Its price is set aside first; it is charged unless the piece was found.</summary>
    /// <exception cref="ApplicationFailureException">The piece would exceed the limit (<see cref="FailureTypes.CostLimit"/>).</exception>
    public async Task<T> PayAsync<T>(AgentName agent, PieceKind kind, string? segmentId, Func<Task<T>> make)
    {
        var price = prices.ChargeOf(kind);
        Reserve(agent, kind, price);
        try
        {
            var made = await make();
            var charged = made is Piece { Found: true } ? 0 : price;
            _items.Add(new CostItem(agent, kind, segmentId, charged, prices.EstimateOf(kind)));
            return made;
        }
        finally
        {
            _reserved -= price;
        }
    }

    private void Reserve(AgentName agent, PieceKind kind, decimal price)
    {
        var spent = Report.Charged + _reserved;
        if (price > 0 && spent + price > limit)
        {
            throw new ApplicationFailureException(
                string.Create(CultureInfo.InvariantCulture,
                    $"{agent} stopped before making a {kind.ToString().ToLowerInvariant()} for ${price}: ${spent} are spent or set aside and the limit is ${limit}. Start the session again with a higher limit; what is made is kept."),
                errorType: FailureTypes.CostLimit, nonRetryable: true);
        }

        _reserved += price;
    }
}
