using System.Globalization;
using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What a video will cost, said before anything is started (R-H1).</summary>
public sealed record Quote
{
    /// <summary>Agent by agent.</summary>
    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>Who makes what, and why not those that would be preferred; default: nothing is known of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<ProviderChoice>? Providers { get; init; }

    /// <summary>When every step succeeds at once, in US dollars.</summary>
    public decimal Low => Lines.Sum(line => line.Low);

    /// <summary>When Agent5 fails and Agent6 makes the video, and with every revision that may be asked for, in US dollars.</summary>
    public decimal High => Lines.Sum(line => line.High);

    /// <summary>What is said of it in one line.</summary>
    [JsonIgnore]
    public string Text => Range(Low, High);

    /// <summary>A range of prices: "$0.05", "$0.05 to $0.12".</summary>
    public static string Range(decimal low, decimal high) => low == high
        ? string.Create(CultureInfo.InvariantCulture, $"${low:0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"${low:0.00} to ${high:0.00}");
}

/// <summary>What an agent will cost.</summary>
/// <param name="Agent">Which one.</param>
/// <param name="Pieces">What it makes, and how many of it at least.</param>
/// <param name="Low">In US dollars, when every step succeeds at once; 0 for an agent that is then not needed.</param>
/// <param name="High">In US dollars, at most.</param>
/// <param name="PaidLow">As <paramref name="Low"/>, if all of it came from paid providers at the prices of the configuration.</param>
/// <param name="PaidHigh">As <paramref name="High"/>, if all of it came from paid providers.</param>
public sealed record QuoteLine(
    AgentName Agent, IReadOnlyDictionary<PieceKind, int> Pieces, decimal Low, decimal High, decimal PaidLow, decimal PaidHigh);

/// <summary>Who makes something.</summary>
/// <param name="Capability">What, as <c>config/providers.yaml</c> has it.</param>
/// <param name="Provider">Who was chosen.</param>
/// <param name="Model">With which model.</param>
/// <param name="Passed">Those that would be preferred, and why each is not used.</param>
public sealed record ProviderChoice(string Capability, string Provider, string Model, IReadOnlyList<string> Passed)
{
    /// <summary>The choice in one line.</summary>
    [JsonIgnore]
    public string Text => Passed.Count == 0
        ? $"{Capability}: {Provider} ({Model})" : $"{Capability}: {Provider} ({Model}); not {string.Join("; not ", Passed)}";
}
