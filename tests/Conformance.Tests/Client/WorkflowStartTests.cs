using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;
using TemporalVideo.Conformance.Tests.Sdk;

namespace TemporalVideo.Conformance.Tests.Client;

public abstract class WorkflowStartTests(WorkerServerFixture server) : ClientTests(server)
{
    [SkippableFact]
    public async Task StartWorkflowAsync_ByLambda_SendsTypeArgumentsAndOptions()
    {
        var options = Options();
        options.RunTimeout = TimeSpan.FromMinutes(5);
        options.RetryPolicy = new RetryPolicy { MaximumAttempts = 3, NonRetryableErrorTypes = ["Fatal"] };

        var handle = await Client.StartWorkflowAsync((Order wf) => wf.RunAsync("pen", 2), options);

        var started = (await handle.FetchHistoryAsync()).Events.First().WorkflowExecutionStartedEventAttributes;
        started.WorkflowType.Name.Should().Be("Order");
        started.Input.Payloads_.Select(p => p.Data.ToStringUtf8()).Should().Equal("\"pen\"", "2");
        started.WorkflowRunTimeout.ToTimeSpan().Should().Be(TimeSpan.FromMinutes(5));
        started.RetryPolicy.MaximumAttempts.Should().Be(3);
        started.RetryPolicy.NonRetryableErrorTypes.Should().Equal("Fatal");
        handle.RunId.Should().BeNull();
        handle.FirstExecutionRunId.Should().Be(handle.ResultRunId).And.NotBeNull();
    }

    [SkippableFact]
    public async Task C041_StartWorkflowAsync_IdInUse_TellsIdTypeAndRun()
    {
        var options = Options();
        var handle = await Client.StartWorkflowAsync("First", [], options);

        var again = () => Client.StartWorkflowAsync("Second", [], options);

        var thrown = (await again.Should().ThrowAsync<WorkflowAlreadyStartedException>()).Which;
        thrown.WorkflowId.Should().Be(options.Id);
        thrown.WorkflowType.Should().Be("Second");
        thrown.RunId.Should().Be(handle.ResultRunId);
    }

    [SkippableFact]
    public async Task StartWorkflowAsync_UseExisting_GivesTheRunningOne()
    {
        var options = Options();
        var first = await Client.StartWorkflowAsync("W", [], options);
        options.IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting;

        (await Client.StartWorkflowAsync("W", [], options)).ResultRunId.Should().Be(first.ResultRunId);
    }

    [SkippableFact]
    public async Task StartWorkflowAsync_WithSignal_StartsOnceAndSignalsTwice()
    {
        var options = Options();
        options.SignalWithStart((Order wf) => wf.ShipAsync("here"));

        var handle = await Client.StartWorkflowAsync((Order wf) => wf.RunAsync("pen", 1), options);
        var again = await Client.StartWorkflowAsync((Order wf) => wf.RunAsync("pen", 1), options);

        again.ResultRunId.Should().Be(handle.ResultRunId);
        handle.FirstExecutionRunId.Should().BeNull();
        (await handle.FetchHistoryAsync()).Events.Where(e => e.EventType == EventType.WorkflowExecutionSignaled)
            .Select(e => e.WorkflowExecutionSignaledEventAttributes.SignalName).Should().Equal("Ship", "Ship");
    }

    [SkippableFact]
    public async Task DescribeAsync_MemoSummaryAttributesAndPendingActivity_AreThere()
    {
        var subject = SearchAttributeKey.CreateKeyword("VideoStage");
        var options = Options();
        options.Memo = new Dictionary<string, object> { ["note"] = "n" };
        options.TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(subject, "sky").ToSearchAttributeCollection();
        options.StaticSummary = "summary";
        options.StaticDetails = "details";
        var handle = await Client.StartWorkflowAsync("W", [], options);
        await Worker.RespondAsync(Worker.Schedule("Paint"));

        var description = await handle.DescribeAsync();

        description.Status.Should().Be(WorkflowExecutionStatus.Running);
        description.WorkflowType.Should().Be("W");
        description.TaskQueue.Should().Be(TaskQueue);
        (await description.GetStaticSummaryAsync()).Should().Be("summary");
        (await description.GetStaticDetailsAsync()).Should().Be("details");
        (await description.Memo["note"].ToValueAsync<string>()).Should().Be("n");
        description.TypedSearchAttributes.Get(subject).Should().Be("sky");
        (await handle.DescribeRawAsync()).PendingActivities.Should().ContainSingle().Which.ActivityType.Name.Should().Be("Paint");
    }

    [SkippableFact]
    public async Task StartWorkflowAsync_WithoutTaskQueue_IsRefused() =>
        await ((Func<Task>)(() => Client.StartWorkflowAsync("W", [], new WorkflowOptions { Id = "x" })))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*ask queue*");

    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : WorkflowStartTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : WorkflowStartTests(server);
}
