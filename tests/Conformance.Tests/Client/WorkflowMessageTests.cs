using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Exceptions;
using TemporalVideo.Conformance.Tests.Sdk;

namespace TemporalVideo.Conformance.Tests.Client;

public abstract class WorkflowMessageTests(WorkerServerFixture server) : ClientTests(server)
{
    [SkippableFact]
    public async Task SignalAsync_ByLambda_IsRecorded()
    {
        var handle = await Client.StartWorkflowAsync((Order wf) => wf.RunAsync("pen", 2), Options());

        await handle.SignalAsync(wf => wf.ShipAsync("here"));

        var signaled = (await handle.FetchHistoryAsync()).Events.Single(e => e.EventType == EventType.WorkflowExecutionSignaled)
            .WorkflowExecutionSignaledEventAttributes;
        signaled.SignalName.Should().Be("Ship");
        signaled.Input.Payloads_.Single().Data.ToStringUtf8().Should().Be("\"here\"");
    }

    [SkippableFact]
    public async Task QueryAsync_MethodAndProperty_AreAnswered()
    {
        var handle = await Client.StartWorkflowAsync((Order wf) => wf.RunAsync("pen", 2), Options());
        await Worker.RespondAsync();

        var count = handle.QueryAsync(wf => wf.Count("abc"));
        await Worker.AnswerQueryAsync(query => Answer(query == "Count" ? 3 : -1));
        var status = handle.QueryAsync(wf => wf.Status);
        await Worker.AnswerQueryAsync(query => Answer(query + "!"));

        (await count).Should().Be(3);
        (await status).Should().Be("Status!");
    }

    [SkippableFact]
    public async Task C138_QueryAsync_FailedInTheWorker_TellsItsMessage()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await Worker.RespondAsync();

        var query = handle.QueryAsync<int>("count", []);
        await Worker.AnswerQueryAsync(_ =>
            new() { CompletedType = QueryResultType.Failed, ErrorMessage = "no such query, known are [a b]" });

        await ((Func<Task>)(() => query)).Should().ThrowAsync<WorkflowQueryFailedException>().WithMessage("*[a b]*");
    }

    [SkippableFact]
    public async Task QueryAsync_RejectedByStatus_TellsTheStatus()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await handle.TerminateAsync();

        var query = () => handle.QueryAsync<int>("q", [], new WorkflowQueryOptions { RejectCondition = QueryRejectCondition.NotOpen });

        (await query.Should().ThrowAsync<WorkflowQueryRejectedException>()).Which.WorkflowStatus.Should()
            .Be(WorkflowExecutionStatus.Terminated);
    }

    [SkippableFact]
    public async Task ExecuteUpdateAsync_Completed_GivesTheResult()
    {
        var handle = await Client.StartWorkflowAsync((Order wf) => wf.RunAsync("pen", 2), Options());
        await Worker.RespondAsync();

        var update = handle.ExecuteUpdateAsync(wf => wf.AddAsync(4));
        await Worker.AnswerUpdateAsync(6);

        (await update).Should().Be(6);
    }

    [SkippableFact]
    public async Task C144_GetUpdateHandle_LaterAndTwice_GivesTheSameOutcome()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await Worker.RespondAsync();
        var start = handle.StartUpdateAsync("add", [1], new WorkflowUpdateStartOptions("my-update", WorkflowUpdateStage.Accepted));
        await Worker.AnswerUpdateAsync(2);

        (await start).Id.Should().Be("my-update");
        (await handle.GetUpdateHandle<int>("my-update").GetResultAsync()).Should().Be(2);
        (await handle.ExecuteUpdateAsync<int>("add", [1], new WorkflowUpdateOptions("my-update"))).Should().Be(2);
    }

    [SkippableFact]
    public async Task C143_ExecuteUpdateAsync_Rejected_HasTheFailureAsCause()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        await Worker.RespondAsync();

        var update = handle.ExecuteUpdateAsync("add", [1]);
        await Worker.RejectUpdateAsync(new Failure { Message = "too much", ApplicationFailureInfo = new() { Type = "Limit" } });

        (await ((Func<Task>)(() => update)).Should().ThrowAsync<WorkflowUpdateFailedException>())
            .Which.InnerException.Should().BeOfType<ApplicationFailureException>().Which.ErrorType.Should().Be("Limit");
    }

    [SkippableTheory]
    [InlineData(WorkflowUpdateStage.None)]
    [InlineData(WorkflowUpdateStage.Admitted)]
    public async Task StartUpdateAsync_StageNotWaitable_IsRefusedLocally(WorkflowUpdateStage stage) =>
        await ((Func<Task>)(() => Client.GetWorkflowHandle("nobody").StartUpdateAsync("u", [], new WorkflowUpdateStartOptions(stage))))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*to start workflow update");

    [SkippableFact]
    public async Task ExecuteUpdateAsync_NoWorker_StopsWaitingWhenTheTokenSays()
    {
        var handle = await Client.StartWorkflowAsync("W", [], Options());
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var update = () =>
            handle.ExecuteUpdateAsync("add", [1], new WorkflowUpdateOptions { Rpc = new RpcOptions { CancellationToken = stop.Token } });

        await update.Should().ThrowAsync<WorkflowUpdateRpcTimeoutOrCanceledException>();
    }

    [SkippableFact]
    public async Task ExecuteUpdateWithStart_NewWorkflow_StartsItAndGivesTheResult()
    {
        var options = Options();
        options.IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting;
        var start = WithStartWorkflowOperation.Create((Order wf) => wf.RunAsync("pen", 2), options);

        var update = Client.ExecuteUpdateWithStartWorkflowAsync((Order wf) => wf.AddAsync(4), new(start));
        await Worker.AnswerUpdateAsync(6);

        (await update).Should().Be(6);
        (await start.GetHandleAsync()).Id.Should().Be(options.Id);
    }

    [SkippableFact]
    public async Task C039_UpdateWithStart_IdInUse_IsAlreadyStarted()
    {
        var options = Options();
        var running = await Client.StartWorkflowAsync("W", [], options);
        options.IdConflictPolicy = WorkflowIdConflictPolicy.Fail;
        var start = WithStartWorkflowOperation.Create("W", [], options);

        var update = () => Client.ExecuteUpdateWithStartWorkflowAsync("u", [], new WorkflowUpdateWithStartOptions(start));

        (await update.Should().ThrowAsync<WorkflowAlreadyStartedException>()).Which.RunId.Should().Be(running.ResultRunId);
    }

    [SkippableFact]
    public async Task C029_Interceptor_AddsHeaders_WhichArriveEncoded()
    {
        var client = new TemporalClient(Client.Connection, new TemporalClientOptions { Interceptors = [new HeaderInterceptor()] });

        var handle = await client.StartWorkflowAsync("W", [], Options());
        await handle.SignalAsync("s", []);

        var events = (await handle.FetchHistoryAsync()).Events;
        Header(events.First().WorkflowExecutionStartedEventAttributes.Header).Should().Be("start");
        Header(events.Single(e => e.EventType == EventType.WorkflowExecutionSignaled).WorkflowExecutionSignaledEventAttributes.Header)
            .Should().Be("signal");
    }

    private static string Header(Header header) => DataConverter.Default.PayloadConverter.ToValue<string>(header.Fields["from"]);

    private static RespondQueryTaskCompletedRequest Answer(object value) => new()
    {
        CompletedType = QueryResultType.Answered,
        QueryResult = new Payloads { Payloads_ = { DataConverter.Default.PayloadConverter.ToPayload(value) } },
    };

    private sealed class HeaderInterceptor : IClientInterceptor
    {
        public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Outbound(nextInterceptor);

        private static Dictionary<string, Payload> From(string call) =>
            new() { ["from"] = DataConverter.Default.PayloadConverter.ToPayload(call) };

        private sealed class Outbound(ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
        {
            public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input) =>
                base.StartWorkflowAsync<TWorkflow, TResult>(input with { Headers = From("start") });

            public override Task SignalWorkflowAsync(SignalWorkflowInput input) =>
                base.SignalWorkflowAsync(input with { Headers = From("signal") });
        }
    }

    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : WorkflowMessageTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : WorkflowMessageTests(server);
}
