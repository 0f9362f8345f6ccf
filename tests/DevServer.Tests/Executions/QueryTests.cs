using Grpc.Core;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class QueryTests(BothServers servers) : ConformanceTest(servers)
{
    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C135_Query_OpenAndClosed_IsAnsweredWithoutEvents(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync();
        var query = workflow.QueryAsync();
        var task = await workflow.PollAsync();
        task.Query.QueryType.Should().Be("query");
        task.StartedEventId.Should().Be(0);
        Events.Names(task.History.Events).Should().Be("Started TaskScheduled TaskStarted TaskCompleted");
        await workflow.AnswerQueryAsync(task, "open");
        Values.Text((await query).QueryResult).Should().Be("open");

        await workflow.SignalAsync();
        await workflow.RunTaskAsync(Commands.Complete());
        query = workflow.QueryAsync();
        await workflow.AnswerQueryAsync(await workflow.PollAsync(), "closed");

        Values.Text((await query).QueryResult).Should().Be("closed");
        (await workflow.EventsAsync()).Should()
            .Be("Started TaskScheduled TaskStarted TaskCompleted Signaled TaskScheduled TaskStarted TaskCompleted Completed");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C136_Query_AfterSignal_RidesOnTheSignalsTask(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync();
        await workflow.SignalAsync();
        var query = workflow.QueryAsync();
        PollWorkflowTaskQueueResponse task;
        while ((task = await workflow.PollAsync()).Queries.Count == 0)
        {
            // The query came too late for this task: fail it, so that the next one takes it along.
            await workflow.FailTaskAsync(task);
        }

        Events.Names(task.History.Events).Should().Contain("Signaled");
        var (id, asked) = task.Queries.Single();
        asked.QueryType.Should().Be("query");
        await workflow.CompleteAsync(task, request =>
            request.QueryResults[id] = new WorkflowQueryResult { ResultType = QueryResultType.Answered, Answer = Values.Of("seen") });

        Values.Text((await query).QueryResult).Should().Be("seen");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C138_Query_WorkerFails_CallerGetsTheFailure(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync();
        var query = workflow.QueryAsync();
        var task = await workflow.PollAsync();
        await workflow.Client.CallAsync<RespondQueryTaskCompletedResponse>(
            "RespondQueryTaskCompleted",
            new RespondQueryTaskCompletedRequest
            {
                Namespace = TestWorkflow.Namespace,
                TaskToken = task.TaskToken,
                CompletedType = QueryResultType.Failed,
                ErrorMessage = "no such query [a b]",
                Failure = new Failure { Message = "no such query [a b]" },
            });

        var error = (await query.Awaiting(each => each).Should().ThrowAsync<CallFailedException>()).Which;

        error.Code.Should().Be(StatusCode.InvalidArgument);
        error.Message.Should().Be("no such query [a b]");
        error.Status!.Details.Single().Unpack<QueryFailedFailure>().Failure.Message.Should().Be("no such query [a b]");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C139_RejectConditions_Match_GiveTheStatus(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Fail());

        (await workflow.QueryAsync(reject: QueryRejectCondition.NotOpen)).QueryRejected.Status.Should().Be(WorkflowExecutionStatus.Failed);
        (await workflow.QueryAsync(reject: QueryRejectCondition.NotCompletedCleanly)).QueryRejected.Status.Should()
            .Be(WorkflowExecutionStatus.Failed);
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C140_Query_FailingWorkflow_FailsFast(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync();
        await workflow.SignalAsync();
        for (var attempt = 1; attempt < 4; attempt++)
        {
            await workflow.FailTaskAsync(await workflow.PollAsync());
        }

        var error = (await workflow.Awaiting(each => each.QueryAsync()).Should().ThrowAsync<CallFailedException>()).Which;

        error.Code.Should().Be(StatusCode.FailedPrecondition);
        error.Message.Should().Be("Unable to query workflow due to Workflow Task in failed state.");
    }
}
