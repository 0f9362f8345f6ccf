using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.TestService.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Tests.Clients;

namespace TemporalVideo.DevServer.Tests.Visibility;

public sealed class RetentionTests
{
    [Fact]
    public async Task C196_ClosedRuns_VanishOnceTheirRetentionHasPassed()
    {
        await using var server = await DevServer.StartAsync(new DevServerOptions { Port = 0, TimeSkipping = true });
        using var client = new RawClient(server.TargetHost);
        await StartAndTerminateAsync(client, "early");
        (await ListAsync(client)).Should().Equal("early");

        await client.CallAsync<SleepResponse>(
            "UnlockTimeSkippingWithSleep", new SleepRequest { Duration = Duration.FromTimeSpan(TimeSpan.FromDays(2)) }, ServiceDescriptors.TestService);
        await StartAndTerminateAsync(client, "late");

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await ListAsync(client)).Contains("early"))
        {
            await Task.Delay(50, limit.Token);
        }

        (await ListAsync(client)).Should().Equal("late");
    }

    private static async Task StartAndTerminateAsync(RawClient client, string workflowId)
    {
        await client.CallAsync<StartWorkflowExecutionResponse>("StartWorkflowExecution", new StartWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowId = workflowId,
            WorkflowType = new WorkflowType { Name = "T" },
            TaskQueue = new TaskQueue { Name = "q" },
        });
        await client.CallAsync<TerminateWorkflowExecutionResponse>("TerminateWorkflowExecution", new TerminateWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowExecution = new WorkflowExecution { WorkflowId = workflowId },
        });
    }

    private static async Task<IEnumerable<string>> ListAsync(RawClient client)
    {
        var page = await client.CallAsync<ListWorkflowExecutionsResponse>(
            "ListWorkflowExecutions", new ListWorkflowExecutionsRequest { Namespace = "default" });
        return page.Executions.Select(run => run.Execution.WorkflowId);
    }
}
