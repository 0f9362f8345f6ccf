using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.DevServer.Tests.Executions;

namespace TemporalVideo.DevServer.Tests.Durability;

public sealed class KillTests
{
    private const int Workflows = 20;
    private const int SignalsEach = 3;

    [Fact]
    public async Task C203_C022_C170_ServerKilledAtRandomPoints_NothingAcknowledgedIsLost()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        using var client = new RawClient(server.TargetHost);
        using var finished = new CancellationTokenSource();
        var calls = new RetryingCalls(client);
        var queue = "durable-" + Guid.NewGuid().ToString("N");
        var workers = Enumerable.Range(0, 4).Select(_ => RunWorkflowWorkerAsync(calls, queue, finished.Token))
            .Concat(Enumerable.Range(0, 4).Select(_ => RunActivityWorkerAsync(calls, queue, finished.Token))).ToList();
        var acknowledged = new ConcurrentDictionary<string, string>();
        var clients = Enumerable.Range(0, Workflows).Select(i => RunClientAsync(calls, queue, $"w{i}", acknowledged)).ToList();
        var random = new Random(7);
        for (var kill = 0; kill < 5 && !clients.TrueForAll(each => each.IsCompleted); kill++)
        {
            await calls.AnsweredAsync(calls.Answered + random.Next(10, 60));
            await server.KillAsync();
            await server.StartAsync();
        }

        await Task.WhenAll(clients);
        foreach (var (id, runId) in acknowledged)
        {
            var workflow = new TestWorkflow(client) { Id = id };
            (await workflow.CloseEventAsync()).EventType.Should().Be(EventType.WorkflowExecutionCompleted);
            var events = await workflow.HistoryAsync();
            events.Select(each => each.EventId).Should().Equal(Enumerable.Range(1, events.Count).Select(n => (long)n));
            (await workflow.DescribeAsync()).WorkflowExecutionInfo.Execution.RunId.Should().Be(runId);
            events.Where(each => each.EventType == EventType.WorkflowExecutionSignaled).Select(each => each.WorkflowExecutionSignaledEventAttributes.SignalName)
                .Should().Equal(Enumerable.Range(0, SignalsEach).Select(n => $"s{n}"));
            events.Count(each => each.EventType == EventType.ActivityTaskCompleted).Should().Be(1);
            events.Count(each => each.EventType == EventType.TimerFired).Should().Be(1);
            events.Count(each => each.EventType == EventType.ChildWorkflowExecutionCompleted).Should().Be(1);
            var child = new TestWorkflow(client) { Id = id + "-child" };
            (await child.HistoryAsync())[0].WorkflowExecutionStartedEventAttributes.ParentWorkflowExecution.RunId.Should().Be(runId);
        }

        acknowledged.Should().HaveCount(Workflows);
        await finished.CancelAsync();
        await Task.WhenAll(workers);
    }

    private static async Task RunClientAsync(RetryingCalls calls, string queue, string id, ConcurrentDictionary<string, string> acknowledged)
    {
        var workflow = new TestWorkflow(calls.Client) { Id = id, Queue = queue };
        var start = workflow.StartRequest();
        start.WorkflowTaskTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(1));
        var started = await calls.CallAsync<StartWorkflowExecutionResponse>("StartWorkflowExecution", start);
        acknowledged[id] = started!.RunId;
        for (var n = 0; n < SignalsEach; n++)
        {
            await calls.CallAsync<SignalWorkflowExecutionResponse>("SignalWorkflowExecution", new SignalWorkflowExecutionRequest
            {
                Namespace = TestWorkflow.Namespace,
                WorkflowExecution = workflow.Execution,
                SignalName = $"s{n}",
                RequestId = $"{id}/{n}",
            });
        }

        while ((await calls.CallAsync<DescribeWorkflowExecutionResponse>("DescribeWorkflowExecution", new DescribeWorkflowExecutionRequest
        {
            Namespace = TestWorkflow.Namespace,
            Execution = workflow.Execution,
        }))!.WorkflowExecutionInfo.Status == WorkflowExecutionStatus.Running)
        {
            await Task.Delay(50);
        }
    }

    private static async Task RunWorkflowWorkerAsync(RetryingCalls calls, string queue, CancellationToken finished)
    {
        while (!finished.IsCancellationRequested)
        {
            var task = await calls.TryAsync<PollWorkflowTaskQueueResponse>("PollWorkflowTaskQueue", new PollWorkflowTaskQueueRequest
            {
                Namespace = TestWorkflow.Namespace,
                TaskQueue = new() { Name = queue },
                Identity = "worker",
            });
            if (task is null || task.TaskToken.IsEmpty)
            {
                continue;
            }

            var events = task.History.Events;
            var isChild = events[0].WorkflowExecutionStartedEventAttributes.ParentWorkflowExecution is not null;
            var request = new RespondWorkflowTaskCompletedRequest { Namespace = TestWorkflow.Namespace, TaskToken = task.TaskToken, Identity = "worker" };
            if (isChild)
            {
                request.Commands.Add(Commands.Complete());
            }
            else if (task.PreviousStartedEventId == 0)
            {
                request.Commands.Add(Commands.Activity("a", queue, with => with.StartToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(1))));
                request.Commands.Add(Commands.Timer("t", TimeSpan.FromSeconds(2)));
                request.Commands.Add(Commands.Child(new TestWorkflow(calls.Client) { Id = task.WorkflowExecution.WorkflowId + "-child", Queue = queue }));
            }
            else if (Has(EventType.ActivityTaskCompleted, 1) && Has(EventType.TimerFired, 1) && Has(EventType.ChildWorkflowExecutionCompleted, 1)
                && Has(EventType.WorkflowExecutionSignaled, SignalsEach))
            {
                request.Commands.Add(Commands.Complete());
            }

            await calls.TryAsync<RespondWorkflowTaskCompletedResponse>("RespondWorkflowTaskCompleted", request);
            bool Has(EventType type, int count) => events.Count(each => each.EventType == type) >= count;
        }
    }

    private static async Task RunActivityWorkerAsync(RetryingCalls calls, string queue, CancellationToken finished)
    {
        while (!finished.IsCancellationRequested)
        {
            var task = await calls.TryAsync<PollActivityTaskQueueResponse>("PollActivityTaskQueue", new PollActivityTaskQueueRequest
            {
                Namespace = TestWorkflow.Namespace,
                TaskQueue = new() { Name = queue },
                Identity = "worker",
            });
            if (task is { TaskToken.IsEmpty: false })
            {
                await calls.TryAsync<RespondActivityTaskCompletedResponse>("RespondActivityTaskCompleted", new RespondActivityTaskCompletedRequest
                {
                    Namespace = TestWorkflow.Namespace,
                    TaskToken = task.TaskToken,
                    Result = new Payloads(),
                });
            }
        }
    }
}
