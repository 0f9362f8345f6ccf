using System.Text.Json;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Contracts;

public sealed class CostReportTests
{
    private static readonly CostReport Report = new()
    {
        Items =
        [
            new CostItem(AgentName.Agent5, PieceKind.Clip, "s01", 0.15m, 0.2m),
            new CostItem(AgentName.Agent2, PieceKind.Scene, "s01", 0.01m, 0.01m),
            new CostItem(AgentName.Agent4, PieceKind.Narration, "s01", 0.02m, 0.02m),
            new CostItem(AgentName.Agent4, PieceKind.Music, null, 0.03m, 0.03m),
        ],
    };

    [Fact]
    public void Line_SeveralAgents_SumsEachInTheirOrder() =>
        Report.Line.Should().Be("Agent2: $0.01 | Agent4: $0.05 | Agent5: $0.15 | Total: $0.21");

    [Fact]
    public void Json_RoundTrip_KeepsItemsAndSums()
    {
        var json = JsonSerializer.Serialize(Report);

        json.Should().Contain("\"clip\"");
        JsonSerializer.Deserialize<CostReport>(json).Should().BeEquivalentTo(Report);
    }
}
