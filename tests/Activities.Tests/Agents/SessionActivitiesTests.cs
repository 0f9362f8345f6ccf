using TemporalVideo.Activities.Session;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class SessionActivitiesTests
{
    private static readonly OpenTask Opening = new() { Session = AgentBench.Session, Agent = AgentName.Orchestrator };

    [Fact]
    public async Task OpenSession_Row_WritesTheRawTimestampOnce()
    {
        await using var bench = await AgentBench.StartAsync();

        await OpenAsync(bench);
        var written = await bench.TextAsync("timestamp.json");
        await OpenAsync(bench);

        written.Should().MatchRegex(@"\A\d{10}\z");
        (await bench.TextAsync("timestamp.json")).Should().Be(written);
    }

    [Fact]
    public async Task OpenSession_NoRow_FailsForGoodAndWritesNothing()
    {
        await using var bench = await AgentBench.StartAsync(withRow: false);

        var failure = await bench.FailureOfAsync<OpenSession, bool>(async activity =>
        {
            await activity.OpenSessionAsync(Opening);
            return true;
        });

        failure.ErrorType.Should().Be(FailureTypes.SessionNotFound);
        failure.Message.Should().Contain("'s1'").And.Contain("'anna'");
        (await bench.KeysAsync("")).Should().BeEmpty();
    }

    [Fact]
    public async Task OpenSession_NoRowAndATopic_MakesTheRow()
    {
        await using var bench = await AgentBench.StartAsync(withRow: false);

        await bench.RunAsync<OpenSession, bool>(async activity =>
        {
            await activity.OpenSessionAsync(Opening with { Topic = "The water cycle", Source = "# The water cycle" });
            return true;
        });

        (await bench.Sessions.FindAsync(AgentBench.Session, default)).Should()
            .BeEquivalentTo(new { Topic = "The water cycle", Outcome = "Running" });
        (await bench.TextAsync("source.md")).Should().Be("# The water cycle");
    }

    [Fact]
    public async Task CloseSession_Failed_KeepsTheReason()
    {
        await using var bench = await AgentBench.StartAsync();

        await bench.RunAsync<CloseSession, bool>(async activity =>
        {
            await activity.CloseSessionAsync(
                new CloseTask { Session = AgentBench.Session, Outcome = VideoOutcome.Failed, Reason = "It broke.", Cost = 0.02m });
            return true;
        });

        (await bench.Sessions.FindAsync(AgentBench.Session, default)).Should()
            .BeEquivalentTo(new { Outcome = "Failed", Error = "It broke.", Cost = 0.02m });
    }

    private static Task<bool> OpenAsync(AgentBench bench) => bench.RunAsync<OpenSession, bool>(async activity =>
    {
        await activity.OpenSessionAsync(Opening);
        return true;
    });
}
