using Grpc.Core;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class HistoryLimitTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C062_History_TooManyEvents_RunIsTerminated(ServerKind kind)
    {
        var markers = Enumerable.Repeat(
            new Command { CommandType = CommandType.RecordMarker, RecordMarkerCommandAttributes = new() { MarkerName = "m" } }, 17_100)
                .ToArray();
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        for (var part = 0; part < 2; part++)
        {
            await workflow.CompleteAsync(await workflow.PollAsync(), request => request.ForceCreateNewWorkflowTask = true, markers);
        }

        var last = await workflow.PollAsync();
        var refused = (await workflow.Awaiting(each => each.CompleteAsync(last, markers)).Should().ThrowAsync<CallFailedException>()).Which;

        refused.Code.Should().Be(StatusCode.InvalidArgument);
        refused.Message.Should().Be("Workflow history count exceeds limit.");
        var closing = await workflow.CloseEventAsync();
        closing.EventType.Should().Be(EventType.WorkflowExecutionTerminated);
        closing.WorkflowExecutionTerminatedEventAttributes.Reason.Should().Be("Workflow history count exceeds limit.");

        // The task that was refused is closed, and nothing of it is there.
        closing.EventId.Should().Be(last.StartedEventId + 2);
    }
}
