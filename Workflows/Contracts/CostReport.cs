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
