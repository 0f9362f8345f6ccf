using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class RobustnessTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task BufferLimit_Passed_TaskIsFailedToFlush(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.PollAsync();
        for (var i = 0; i <= 100; i++)
        {
            await workflow.SignalAsync();
        }

        var events = await workflow.HistoryAsync();

        events[3].EventType.Should().Be(EventType.WorkflowTaskFailed);
        events.Count(each => each.EventType == EventType.WorkflowExecutionSignaled).Should().BeGreaterThanOrEqualTo(100);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C008_Poll_EmptyQueue_AnswersBeforeTheDeadline(ServerKind kind)
    {
        var workflow = await NewAsync(kind);

        var empty = await workflow.Client.CallAsync<PollActivityTaskQueueResponse>(
            "PollActivityTaskQueue",
            new PollActivityTaskQueueRequest { Namespace = TestWorkflow.Namespace, TaskQueue = workflow.TaskQueue, Identity = "worker" },
            timeout: TimeSpan.FromSeconds(4));

        empty.TaskToken.IsEmpty.Should().BeTrue();
    }

    [SkippableTheory, MemberData(nameof(EmbeddedOnly))]
    public async Task Describe_WhileTheMemoGrows_IsAlwaysWhole(ServerKind kind)
    {
        const int changes = 100;
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        using var changed = new CancellationTokenSource();
        var describing = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!changed.IsCancellationRequested)
            {
                await workflow.DescribeAsync();
            }
        })).ToList();

        for (var i = 0; i < changes; i++)
        {
            var task = await workflow.PollAsync();
            var memo = Commands.Memo($"m{i}", Values.One(new string('x', 500)));
            await workflow.CompleteAsync(task, request => request.ForceCreateNewWorkflowTask = true, memo);
        }

        await changed.CancelAsync();
        await Task.WhenAll(describing);
        (await workflow.DescribeAsync()).WorkflowExecutionInfo.Memo.Fields.Should().HaveCount(changes);
    }

    [SkippableTheory, MemberData(nameof(EmbeddedOnly))]
    public async Task C204_Poller_Vanishes_TheTaskGoesToTheNext(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        using (var other = new RawChannel(Embedded))
        {
            using var gone = new CancellationTokenSource();
            var poll = other.UnaryAsync(
                "temporal.api.workflowservice.v1.WorkflowService",
                "PollWorkflowTaskQueue",
                new PollWorkflowTaskQueueRequest
                {
                    Namespace = TestWorkflow.Namespace,
                    TaskQueue = workflow.TaskQueue,
                    Identity = "vanishing"
                },
                PollWorkflowTaskQueueResponse.Parser,
                cancellationToken: gone.Token);
            await UntilPolledAsync(workflow);
            await gone.CancelAsync();
            await poll.Awaiting(each => each).Should().ThrowAsync<OperationCanceledException>();
        }

        await workflow.StartAsync(request =>
            request.WorkflowTaskTimeout = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromSeconds(1)));

        await workflow.RunTaskAsync(Commands.Complete());
    }

    [SkippableTheory, MemberData(nameof(EmbeddedOnly))]
    public async Task C206_ThousandActivities_InOneRun_AllComplete(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync([.. Enumerable.Range(0, 1000).Select(i => Commands.Activity($"a{i}", workflow.Queue))]);
        var left = 1000;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await workflow.CompleteActivityAsync(await workflow.PollActivityAsync());
            }
        }));
        await workflow.RunTaskAsync(Commands.Complete());

        var events = await workflow.HistoryAsync();

        events.Count(each => each.EventType == EventType.ActivityTaskCompleted).Should().Be(1000);
        events.Select(each => each.EventId).Should().Equal(Enumerable.Range(1, events.Count).Select(id => (long)id));
        events[^1].EventType.Should().Be(EventType.WorkflowExecutionCompleted);
    }

    [SkippableTheory, MemberData(nameof(EmbeddedOnly))]
    public async Task C205_C206_ThousandRuns_TwoWorkers_EachTaskHasOneOwner(ServerKind kind)
    {
        var first = await NewAsync(kind);
        var workflows = Enumerable.Range(0, 1000).Select(i => new TestWorkflow(first.Client) { Queue = first.Queue }).ToList();
        await Task.WhenAll(workflows.Select(each => each.StartAsync()));
        var left = workflows.Count;
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                seen.Add((await first.RunTaskAsync(Commands.Complete())).WorkflowExecution.WorkflowId);
            }
        }));

        seen.Should().BeEquivalentTo(workflows.Select(each => each.Id));
        foreach (var workflow in workflows.Take(10))
        {
            (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted Completed");
        }
    }

    private static async Task UntilPolledAsync(TestWorkflow workflow)
    {
        while ((await workflow.Client.CallAsync<DescribeTaskQueueResponse>(
            "DescribeTaskQueue",
            new DescribeTaskQueueRequest
            {
                Namespace = TestWorkflow.Namespace,
                TaskQueue = workflow.TaskQueue,
                TaskQueueType = TaskQueueType.Workflow
            })).Pollers.Count == 0)
        {
            await Task.Yield();
        }
    }
}
