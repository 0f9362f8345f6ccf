using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class HistoryLimitTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(EmbeddedOnly))]
    public async Task C062_History_TooManyEvents_RunIsTerminated(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();

        await workflow.RunTaskAsync([.. Enumerable.Repeat(Marker(), 51_200)]);

        var last = await workflow.CloseEventAsync(workflow.RunId);
        last.EventType.Should().Be(EventType.WorkflowExecutionTerminated);
        last.EventId.Should().BeGreaterThan(51_200);
        last.WorkflowExecutionTerminatedEventAttributes.Reason.Should().Contain("exceeds limit");
    }

    private static Command Marker() => new()
    {
        CommandType = CommandType.RecordMarker,
        RecordMarkerCommandAttributes = new RecordMarkerCommandAttributes { MarkerName = "m" },
    };
}
