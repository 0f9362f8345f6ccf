using Temporalio.Api.Enums.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;
using Temporalio.Workflows;
using TemporalVideo.Grpc;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Worker.Wire;

/// <summary>What a worker answers to workflow tasks, seen from the server's side.</summary>
public class TaskAnswerTests
{
    private const int TaskFailedEntry = 1030;

    [Fact]
    public async Task C079_FailingTask_IsReportedAtItsFirstAttemptOnly()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        using var log = new RecordedLog();
        var script = new TaskScript("Broken").TaskScheduledAndStarted();

        await WireWorker.RunAsync(
            frontend,
            o => o.AddWorkflow<Broken>(),
            async () =>
            {
                for (var attempt = 1; attempt <= 3; attempt++)
                {
                    frontend.Give(script.Task(attempt: attempt));
                    await log.UntilAsync(TaskFailedEntry, attempt);
                }
            },
            log);

        frontend.Server.Received<RespondWorkflowTaskFailedRequest>().Select(r => r.TaskToken.ToStringUtf8()).Should().Equal("3/1");
        frontend.Server.Received<RespondWorkflowTaskFailedRequest>().Single().Failure.Message.Should().Be("a bug");
        frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task C082_UnhandledCommand_RunIsBuiltAnewWithTheNewEvents()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        using var log = new RecordedLog();
        var answers = 0;
        frontend.Completed = _ => ++answers == 1 ? throw new GrpcException(GrpcStatusCode.InvalidArgument, "UnhandledCommand") : new();

        await WireWorker.RunAsync(
            frontend,
            o => o.AddWorkflow<Counts>(),
            async () =>
            {
                frontend.Give(new TaskScript("Counts", 0).TaskScheduledAndStarted().Task());
                await frontend.Server.UntilReceivedAsync<RespondWorkflowTaskCompletedRequest>(1);
                frontend.Give(new TaskScript("Counts", 0).TaskScheduledAndStarted()
                    .Add(EventType.WorkflowTaskFailed, e => e.WorkflowTaskFailedEventAttributes = new() { Cause = WorkflowTaskFailedCause.UnhandledCommand })
                    .Signaled("Add", 5)
                    .TaskScheduledAndStarted()
                    .Task());
                await frontend.Server.UntilReceivedAsync<RespondWorkflowTaskCompletedRequest>(2);
            },
            log);

        frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().Select(ResultOf).Should().Equal(0, 5);
        frontend.Server.Received<RespondWorkflowTaskFailedRequest>().Should().BeEmpty();
        log.Entries.Should().NotContain(e => e.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    [Fact]
    public async Task C137_QueriesOfATask_AreAnsweredInItsCompletion()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        var task = new TaskScript("Counts", 10).Signaled("Add", 5).TaskScheduledAndStarted().Task();
        task.Queries["q1"] = new WorkflowQuery { QueryType = "Sum" };
        task.Queries["q2"] = new WorkflowQuery { QueryType = "NoSuchQuery" };

        await WireWorker.RunAsync(frontend, o => o.AddWorkflow<Counts>(), async () =>
        {
            frontend.Give(task);
            await frontend.Server.UntilReceivedAsync<RespondWorkflowTaskCompletedRequest>();
        });

        var answer = frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().Single();
        answer.QueryResults.Keys.Should().BeEquivalentTo("q1", "q2");
        answer.QueryResults["q1"].ResultType.Should().Be(QueryResultType.Answered);
        Read(answer.QueryResults["q1"].Answer.Payloads_[0]).Should().Be(5);
        answer.QueryResults["q2"].ResultType.Should().Be(QueryResultType.Failed);
        answer.QueryResults["q2"].ErrorMessage.Should().EndWith("[Sum]");
        answer.Commands.Should().BeEmpty();
        frontend.Server.Received<RespondQueryTaskCompletedRequest>().Should().BeEmpty();
    }

    private static int ResultOf(RespondWorkflowTaskCompletedRequest answer) =>
        Read(answer.Commands.Single().CompleteWorkflowExecutionCommandAttributes.Result.Payloads_[0]);

    private static int Read(Api.Common.V1.Payload payload) => (int)DataConverter.Default.PayloadConverter.ToValue(payload, typeof(int))!;

    [Workflow]
    public class Broken
    {
        [WorkflowRun]
        public Task RunAsync() => throw new InvalidOperationException("a bug");
    }

    [Workflow]
    public class Counts
    {
        [WorkflowQuery]
        public int Sum { get; private set; }

        [WorkflowRun]
        public async Task<int> RunAsync(int until)
        {
            await Workflow.WaitConditionAsync(() => Sum >= until);
            return Sum;
        }

        [WorkflowSignal]
        public Task AddAsync(int value)
        {
            Sum += value;
            return Task.CompletedTask;
        }
    }
}
