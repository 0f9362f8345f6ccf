using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using TemporalVideo.Conformance.Tests.Sdk;

namespace TemporalVideo.Conformance.Tests.Client;

public abstract class WorkflowResultTests(WorkerServerFixture server) : ClientTests(server)
{
    [SkippableFact]
    public async Task GetResultAsync_Completed_GivesTheResult()
    {
        var handle = await Client.StartWorkflowAsync((Order wf) => wf.RunAsync("pen", 2), Options());
        await Worker.RespondAsync(RawWorker.Complete(await DataConverter.Default.ToPayloadsProtoAsync(["pen2"])));

        (await handle.GetResultAsync()).Should().Be("pen2");
    }

    [SkippableFact]
    public async Task C024_GetResultAsync_NoPayloadOrNull_IsNull()
    {
        var none = await Client.StartWorkflowAsync("W", [], Options());
        await Worker.RespondAsync(RawWorker.Complete());
        var isNull = await Client.StartWorkflowAsync("W", [], Options());
        await Worker.RespondAsync(RawWorker.Complete(await DataConverter.Default.ToPayloadsProtoAsync([null])));

        (await none.GetResultAsync<string?>()).Should().BeNull();
        (await isNull.GetResultAsync<string?>()).Should().BeNull();
    }

    [SkippableFact]
    public async Task C158_GetResultAsync_Failed_HasTheFailureAsCause()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await Worker.RespondAsync(RawWorker.Fail(
            await DataConverter.Default.ToFailureAsync(new ApplicationFailureException("broken", "Kind", details: [3]))));

        var cause = await CauseAsync<ApplicationFailureException>(handle);

        cause.Message.Should().Be("broken");
        cause.ErrorType.Should().Be("Kind");
        cause.Details.ElementAt<int>(0).Should().Be(3);
    }

    [SkippableFact]
    public async Task C158_GetResultAsync_Canceled_HasACanceledCause()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await handle.CancelAsync();
        await Worker.RespondAsync(RawWorker.Cancel(await DataConverter.Default.ToPayloadsProtoAsync(["late"])));

        var cause = await CauseAsync<CanceledFailureException>(handle);

        cause.Message.Should().Be("Workflow canceled");
        cause.Details.ElementAt<string>(0).Should().Be("late");
    }

    [SkippableFact]
    public async Task C158_GetResultAsync_Terminated_HasATerminatedCauseWithTheReason()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await handle.TerminateAsync("enough", new WorkflowTerminateOptions { Details = [1, "b"] });

        var cause = await CauseAsync<TerminatedFailureException>(handle);

        cause.Message.Should().Be("enough");
        cause.Details!.ElementAt<string>(1).Should().Be("b");
    }

    [SkippableFact]
    public async Task C158_GetResultAsync_TimedOut_HasATimeoutCause()
    {
        var options = Options();
        options.RunTimeout = TimeSpan.FromSeconds(1);
        var handle = await Client.StartWorkflowAsync("W", [], options);

        (await CauseAsync<TimeoutFailureException>(handle)).TimeoutType.Should().Be(TimeoutType.StartToClose);
    }

    [SkippableFact]
    public async Task C159_GetResultAsync_ContinuedAsNew_FollowsUnlessToldNotTo()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await Worker.RespondAsync(RawWorker.ContinueAsNew("W"));
        await Worker.RespondAsync(RawWorker.Complete(await DataConverter.Default.ToPayloadsProtoAsync(["second"])));

        var stop = () => handle.GetResultAsync<string>(followRuns: false);

        (await handle.GetResultAsync<string>()).Should().Be("second");
        (await stop.Should().ThrowAsync<WorkflowContinuedAsNewException>()).Which.NewRunId
            .Should().NotBe(handle.ResultRunId).And.Be((await handle.DescribeAsync()).RunId);
    }

    [SkippableFact]
    public async Task C159_GetResultAsync_Retried_FollowsTheRetry()
    {
        var options = Options();
        options.RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(1), MaximumAttempts = 2 };
        var handle = await Client.StartWorkflowAsync("W", [], options);
        await Worker.RespondAsync(RawWorker.Fail(await DataConverter.Default.ToFailureAsync(new InvalidOperationException("first"))));
        await Worker.RespondAsync(RawWorker.Complete(await DataConverter.Default.ToPayloadsProtoAsync([2])));

        (await handle.GetResultAsync<int>()).Should().Be(2);
    }

    [SkippableFact]
    public async Task GetResultAsync_UnknownWorkflow_IsNotFound()
    {
        var wait = () => Client.GetWorkflowHandle("nobody").GetResultAsync();

        (await wait.Should().ThrowAsync<RpcException>()).Which.Code.Should().Be(RpcException.StatusCode.NotFound);
    }

    [SkippableFact]
    public async Task CancelAsync_OtherFirstRun_IsNotFound()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());

        var cancel = () => Client.GetWorkflowHandle(handle.Id, firstExecutionRunId: Guid.NewGuid().ToString()).CancelAsync();

        (await cancel.Should().ThrowAsync<RpcException>()).Which.Code.Should().Be(RpcException.StatusCode.NotFound);
    }

    private static async Task<T> CauseAsync<T>(WorkflowHandle handle)
        where T : Exception
    {
        var wait = () => handle.GetResultAsync();
        return (await wait.Should().ThrowAsync<WorkflowFailedException>()).Which.InnerException.Should().BeOfType<T>().Subject;
    }

    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : WorkflowResultTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : WorkflowResultTests(server);
}
