using Grpc.Core;
using Temporalio.Api.Batch.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Batch;

public sealed class BatchTests(EmbeddedFixture server) : IClassFixture<EmbeddedFixture>
{
    private readonly RawClient _client = server.Client;

    [Fact]
    public async Task C192_SignalCancelTerminate_ReachAllThatTheQuerySelects()
    {
        var type = $"batch-{Guid.NewGuid():N}";
        for (var i = 0; i < 5; i++)
        {
            await StartAsync(type, $"{type}-{i}");
        }

        await RunAsync(type, new StartBatchOperationRequest { SignalOperation = new BatchOperationSignal { Signal = "hello" } });
        await RunAsync(type, new StartBatchOperationRequest { CancellationOperation = new BatchOperationCancellation() });
        (await EventTypesAsync($"{type}-3")).Should().ContainInOrder(
            EventType.WorkflowExecutionSignaled, EventType.WorkflowExecutionCancelRequested);
        await RunAsync(type, new StartBatchOperationRequest { TerminationOperation = new BatchOperationTermination() });

        (await CountAsync($"WorkflowType='{type}' AND ExecutionStatus='Terminated'")).Should().Be(5);
    }

    [Fact]
    public async Task C192_StopOfAFinishedJob_IsNotFound()
    {
        var type = $"batch-{Guid.NewGuid():N}";
        var jobId =
            await RunAsync(type, new StartBatchOperationRequest { CancellationOperation = new BatchOperationCancellation() }, expected: 0);
        var stop = () => _client.CallAsync<StopBatchOperationResponse>(
            "StopBatchOperation", new StopBatchOperationRequest { Namespace = "default", JobId = jobId });

        (await stop.Should().ThrowAsync<CallFailedException>().WithMessage("workflow execution already completed"))
            .Which.Code.Should().Be(StatusCode.NotFound);
    }

    [Fact]
    public async Task C192_WithoutReason_IsRefused()
    {
        var start = () => _client.CallAsync<StartBatchOperationResponse>("StartBatchOperation", new StartBatchOperationRequest
        {
            Namespace = "default",
            JobId = "j",
            VisibilityQuery = "WorkflowId='x'",
            CancellationOperation = new BatchOperationCancellation(),
        });

        await start.Should().ThrowAsync<CallFailedException>()
            .WithMessage("must provide required parameters: BatchType/Reason/Namespace/Query/Executions");
    }

    private async Task<string> RunAsync(string type, StartBatchOperationRequest request, int expected = 5)
    {
        request.Namespace = "default";
        request.JobId = Guid.NewGuid().ToString();
        request.Reason = "test";
        request.VisibilityQuery = $"WorkflowType='{type}'";
        await _client.CallAsync<StartBatchOperationResponse>("StartBatchOperation", request);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var job = await _client.CallAsync<DescribeBatchOperationResponse>(
                "DescribeBatchOperation", new DescribeBatchOperationRequest { Namespace = "default", JobId = request.JobId });
            if (job.State == BatchOperationState.Completed)
            {
                job.TotalOperationCount.Should().Be(expected);
                job.CompleteOperationCount.Should().Be(expected);
                return request.JobId;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    private Task StartAsync(string type, string workflowId) => _client.CallAsync<StartWorkflowExecutionResponse>(
        "StartWorkflowExecution",
        new StartWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowId = workflowId,
            WorkflowType = new WorkflowType { Name = type },
            TaskQueue = new TaskQueue { Name = "q" },
        });

    private async Task<IEnumerable<EventType>> EventTypesAsync(string workflowId)
    {
        var page = await _client.CallAsync<GetWorkflowExecutionHistoryResponse>(
            "GetWorkflowExecutionHistory",
            new GetWorkflowExecutionHistoryRequest
            {
                Namespace = "default",
                Execution = new WorkflowExecution { WorkflowId = workflowId }
            });
        return page.History.Events.Select(e => e.EventType);
    }

    private async Task<long> CountAsync(string query) => (await _client.CallAsync<CountWorkflowExecutionsResponse>(
        "CountWorkflowExecutions", new CountWorkflowExecutionsRequest { Namespace = "default", Query = query })).Count;
}
