using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>Calls that only tools make.</summary>
public sealed class ToolCallTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C191_DescribeTaskQueue_ShowsPollers_InBothModes(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        await workflow.PollActivityAsync();
#pragma warning disable CS0612 // What the CLI asks for is deprecated.
        var legacy = new DescribeTaskQueueRequest
        {
            Namespace = TestWorkflow.Namespace,
            TaskQueue = workflow.TaskQueue,
            TaskQueueType = TaskQueueType.Activity,
            IncludeTaskQueueStatus = true,
        };
        var enhanced = new DescribeTaskQueueRequest
        {
            Namespace = TestWorkflow.Namespace,
            TaskQueue = workflow.TaskQueue,
            ApiMode = DescribeTaskQueueMode.Enhanced,
            TaskQueueTypes = { TaskQueueType.Workflow, TaskQueueType.Activity },
            ReportPollers = true,
            ReportStats = true,
        };

        var old = await workflow.Client.CallAsync<DescribeTaskQueueResponse>("DescribeTaskQueue", legacy);
        var types = (await workflow.Client.CallAsync<DescribeTaskQueueResponse>("DescribeTaskQueue", enhanced)).VersionsInfo[""].TypesInfo;
#pragma warning restore CS0612

        old.Pollers.Should().ContainSingle().Which.Identity.Should().Be("worker");
        old.Pollers[0].LastAccessTime.Should().NotBeNull();
        foreach (var type in new[] { TaskQueueType.Workflow, TaskQueueType.Activity })
        {
            types[(int)type].Pollers.Should().ContainSingle().Which.Identity.Should().Be("worker");
            types[(int)type].Stats.ApproximateBacklogCount.Should().Be(0);
        }
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task OldLists_GiveOpenAndClosedRuns(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var time = new Temporalio.Api.Filter.V1.StartTimeFilter
        {
            EarliestTime = Timestamp.FromDateTime(DateTime.UtcNow.AddHours(-1)),
            LatestTime = Timestamp.FromDateTime(DateTime.UtcNow.AddHours(1)),
        };
        var open =
            new ListOpenWorkflowExecutionsRequest
            {
                Namespace = TestWorkflow.Namespace,
                StartTimeFilter = time,
                ExecutionFilter = new() { WorkflowId = workflow.Id }
            };
        var closed = new ListClosedWorkflowExecutionsRequest
        {
            Namespace = TestWorkflow.Namespace,
            StartTimeFilter = time,
            ExecutionFilter = new() { WorkflowId = workflow.Id }
        };

        (await UntilOneAsync(async () =>
            (await workflow.Client.CallAsync<ListOpenWorkflowExecutionsResponse>("ListOpenWorkflowExecutions", open)).Executions))
            .Status.Should().Be(WorkflowExecutionStatus.Running);
        (await workflow.Client.CallAsync<ListClosedWorkflowExecutionsResponse>("ListClosedWorkflowExecutions", closed)).Executions.Should()
            .BeEmpty();
        await workflow.RunTaskAsync(Commands.Complete());

        (await UntilOneAsync(async () =>
            (await workflow.Client.CallAsync<ListClosedWorkflowExecutionsResponse>("ListClosedWorkflowExecutions", closed)).Executions))
            .Status.Should().Be(WorkflowExecutionStatus.Completed);
        (await workflow.Client.CallAsync<ListOpenWorkflowExecutionsResponse>("ListOpenWorkflowExecutions", open)).Executions.Should()
            .BeEmpty();
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task WhatIsNotHere_IsAnEmptyList(ServerKind kind)
    {
        var client = (await NewAsync(kind)).Client;

        (await client.CallAsync<ListNexusEndpointsResponse>("ListNexusEndpoints", new ListNexusEndpointsRequest(),
            ServiceDescriptors.OperatorService))
            .Endpoints.Should().BeEmpty();
        (await client.CallAsync<ListWorkerDeploymentsResponse>("ListWorkerDeployments",
            new ListWorkerDeploymentsRequest { Namespace = TestWorkflow.Namespace }))
            .WorkerDeployments.Should().BeEmpty();
    }

    /// <summary>The real server lists a change a little later.</summary>
    private static async Task<T> UntilOneAsync<T>(Func<Task<Google.Protobuf.Collections.RepeatedField<T>>> list)
    {
        for (var left = 200; left > 0; left--)
        {
            if (await list() is { Count: > 0 } found)
            {
                return found.Single();
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("Nothing was listed.");
    }
}
