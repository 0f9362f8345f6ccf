using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class HistoryRpcTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C012_Wait_NewEvent_ContinuesFromTheToken(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var first = await workflow.HistoryPageAsync(request => request.WaitNewEvent = true);
        first.NextPageToken.IsEmpty.Should().BeFalse();
        var waiting = workflow.HistoryPageAsync(request =>
        {
            request.WaitNewEvent = true;
            request.NextPageToken = first.NextPageToken;
        });
        await workflow.SignalAsync();

        var second = await waiting;

        Events.Names(first.History.Events).Should().Be("Started TaskScheduled");
        Events.Names(second.History.Events).Should().Be("Signaled");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C013_CloseEventFilter_Waits_GivesExactlyTheLastEvent(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var closing = workflow.CloseEventAsync();
        await workflow.RunTaskAsync(Commands.Complete());

        (await closing).EventType.Should().Be(EventType.WorkflowExecutionCompleted);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C014_Token_NewerRunExists_KeepsToItsRun(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        var oldRun = (await workflow.StartAsync()).RunId;
        var page = await workflow.HistoryPageAsync(request => request.WaitNewEvent = true);
        await workflow.RunTaskAsync(Commands.Complete());
        await workflow.StartAsync();

        var rest = await workflow.HistoryPageAsync(request =>
        {
            request.WaitNewEvent = true;
            request.NextPageToken = page.NextPageToken;
        });

        Events.Names(rest.History.Events).Should().Be("TaskStarted TaskCompleted Completed");
        oldRun.Should().NotBe(workflow.RunId);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C015_Pages_SizeTwo_EndAtBatchBorders(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync([.. Enumerable.Range(0, 4).Select(i => Commands.Timer($"t{i}", TimeSpan.FromHours(1)))]);
        var events = new List<HistoryEvent>();
        var sizes = new List<int>();
        var token = ByteString.Empty;
        do
        {
            var page = await workflow.HistoryPageAsync(request =>
            {
                request.MaximumPageSize = 2;
                request.NextPageToken = token;
            });
            events.AddRange(page.History.Events);
            sizes.Add(page.History.Events.Count);
            token = page.NextPageToken;
        }
        while (!token.IsEmpty);

        events.Select(each => each.EventId).Should().Equal(1, 2, 3, 4, 5, 6, 7, 8);
        sizes.Should().Contain(size => size >= 5, "the batch of a completed task is not cut");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task Reverse_Pages_GoFromTheNewest(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Complete());
        var ids = new List<long>();
        var token = ByteString.Empty;
        do
        {
            var page = await workflow.Client.CallAsync<GetWorkflowExecutionHistoryReverseResponse>(
                "GetWorkflowExecutionHistoryReverse",
                new GetWorkflowExecutionHistoryReverseRequest
                {
                    Namespace = TestWorkflow.Namespace,
                    Execution = workflow.Execution,
                    MaximumPageSize = 2,
                    NextPageToken = token
                });
            ids.AddRange(page.History.Events.Select(each => each.EventId));
            token = page.NextPageToken;
        }
        while (!token.IsEmpty);

        ids.Should().Equal(5, 4, 3, 2, 1);
    }
}
