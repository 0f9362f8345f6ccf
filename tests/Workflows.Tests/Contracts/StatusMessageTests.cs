using System.Text.Json;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Contracts;

public sealed class StatusMessageTests
{
    private static readonly StatusMessage Least = new()
    {
        Sequence = 1,
        Agent = AgentName.Agent2,
        UserId = "anna",
        SessionId = "s1",
        Status = AgentStatus.Starting,
        Timestamp = 1700000000,
    };

    [Fact]
    public void Json_OnlyWhatApplies_HasNoOtherNamesAndNoNulls() => JsonSerializer.Serialize(Least).Should().Be(
        """{"sequence":1,"agentnumber":"Agent2","userID":"anna","sessionID":"s1","status":"starting","timestamp":1700000000}""");

    [Fact]
    public void Json_Everything_HasTheNamesOfTheFormat()
    {
        var full = Least with
        {
            Agent = AgentName.Orchestrator,
            Status = AgentStatus.Error,
            Error = "e",
            Reason = "r",
            VideoKey = "k",
            VideoUrl = "u",
            Progress = 40,
            FileCount = 3,
            Cost = 0.5m,
            CostEstimate = 0.7m,
            Message = "m",
            SegmentId = "s01",
        };

        var names = JsonSerializer.SerializeToElement(full).EnumerateObject().Select(property => property.Name);

        names.Should().BeEquivalentTo(
            "sequence", "agentnumber", "userID", "sessionID", "status", "timestamp", "error", "reason", "videoKey", "videoUrl", "progress",
            "fileCount", "cost",
            "costEstimate", "message", "segmentId");
        JsonSerializer.Deserialize<StatusMessage>(JsonSerializer.Serialize(full)).Should().Be(full);
    }

    [Theory]
    [InlineData(AgentStatus.Starting, "starting")]
    [InlineData(AgentStatus.Processing, "processing")]
    [InlineData(AgentStatus.Finished, "finished")]
    [InlineData(AgentStatus.Error, "error")]
    public void Json_Status_IsLowerCase(AgentStatus status, string expected) =>
        JsonSerializer.SerializeToElement(Least with { Status = status }).GetProperty("status").GetString().Should().Be(expected);
}
