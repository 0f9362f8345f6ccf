using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Worker.Wire;

/// <summary>Tasks as servers shape them: discarded, transient, inline, with several messages.</summary>
public class HistoryShapeTests
{
    [Fact]
    public async Task C083_TaskThatTheServerThrewAway_TheNextOneUsesItsIdsAgain()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        var script = new TaskScript("Basket").TaskScheduledAndStarted();
        var answers = 0;
        frontend.Completed = _ => ++answers == 2 ? new() { ResetHistoryEventId = 3 } : new();

        await RunAsync(frontend, async () =>
        {
            frontend.Give(script.Task());
            await frontend.UntilCompletedAsync(1);

            // A task only for an update that is refused: the server keeps nothing of it.
            var speculative = script.TaskCompleted(2).TaskScheduledAndStarted().Task(known: 3);
            speculative.Messages.Add(script.Update("refused", "Put", "bad"));
            frontend.Give(speculative, sticky: true);
            await frontend.UntilCompletedAsync(2);

            frontend.Give(script.CutAfter(4).Signaled("Close").TaskScheduledAndStarted().Task(known: 4), sticky: true);
            await frontend.UntilCompletedAsync(3);
        });

        var completed = frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().ToList();
        completed[1].Messages.Single().Body.Is(Rejection.Descriptor).Should().BeTrue();
        completed[1].Commands.Should().BeEmpty();
        completed[2].Commands.Single().CommandType.Should().Be(CommandType.CompleteWorkflowExecution);
        frontend.Server.Received<GetWorkflowExecutionHistoryRequest>().Should().BeEmpty("the run is still in memory");
        frontend.Server.Received<RespondWorkflowTaskFailedRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task C084_TransientEvents_AreTakenFromTheTaskAlone()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        var stored = new TaskScript("Basket").TaskScheduledAndStarted().TaskCompleted(2).Signaled("Close");
        frontend.History = _ => new() { History = new() { Events = { stored.Events } } };
        var transient = new TaskScript("Basket").TaskScheduledAndStarted().TaskCompleted(2).Signaled("Close").TaskScheduledAndStarted();

        await RunAsync(frontend, async () =>
        {
            // The worker does not know the run, and the third attempt's events are in no history.
            frontend.Give(transient.Task(known: 5, attempt: 3), sticky: true);
            await frontend.UntilCompletedAsync(1);
        });

        frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().Single().Commands.Single().CommandType
            .Should().Be(CommandType.CompleteWorkflowExecution);
        frontend.Server.Received<GetWorkflowExecutionHistoryRequest>().Should().NotBeEmpty();
    }

    [Fact]
    public async Task C090_NextTaskInTheAnswer_IsWorkedOnWithoutAPoll()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        var script = new TaskScript("Basket").TaskScheduledAndStarted();
        var first = script.Task();
        var next = script.TaskCompleted(2).Signaled("Close").TaskScheduledAndStarted().Task(known: 3);
        var answers = 0;
        frontend.Completed = _ => ++answers == 1 ? new() { WorkflowTask = next } : new();

        await RunAsync(frontend, async () =>
        {
            frontend.Give(first);
            await frontend.UntilCompletedAsync(2);
        });

        var completed = frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().ToList();
        completed[0].ReturnNewWorkflowTask.Should().BeTrue();
        completed[1].TaskToken.Should().Equal(next.TaskToken);
        completed[1].Commands.Single().CommandType.Should().Be(CommandType.CompleteWorkflowExecution);
    }

    [Fact]
    public async Task C151_UpdatesOfOneTask_AreAnsweredInOrderWithACommandForEachMessage()
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        var script = new TaskScript("Basket").TaskScheduledAndStarted();
        var task = script.Task();
        task.Messages.AddRange(
            [script.Update("u1", "Put", "fig"), script.Update("u2", "Put", "bad"), script.Update("u3", "PutLater", "plum"), script.Update("u4", "Put", "pear")]);

        await RunAsync(frontend, async () =>
        {
            frontend.Give(task);
            await frontend.UntilCompletedAsync(1);
        });

        var answer = frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().Single();
        answer.Messages.Select(m => m.Id).Should().Equal(
            "u1/request/accept", "u1/request/complete", "u2/request/reject", "u3/request/accept", "u4/request/accept", "u4/request/complete");
        answer.Commands.Select(c => c.ProtocolMessageCommandAttributes?.MessageId ?? $"{c.CommandType}").Should().Equal(
            "u1/request/accept", "u1/request/complete", "u3/request/accept", "StartTimer", "u4/request/accept", "u4/request/complete");
        answer.Messages[0].Body.Unpack<Acceptance>().AcceptedRequestSequencingEventId.Should().Be(2);
    }

    [Theory]
    [InlineData(ChildWorkflowCancellationType.TryCancel, "RequestCancelExternalWorkflowExecution CompleteWorkflowExecution")]
    [InlineData(ChildWorkflowCancellationType.WaitCancellationCompleted, "RequestCancelExternalWorkflowExecution")]
    [InlineData(ChildWorkflowCancellationType.WaitCancellationRequested, "RequestCancelExternalWorkflowExecution")]
    public async Task C166_ChildCanceledBeforeItStarted_IsCanceledOnceItHas(ChildWorkflowCancellationType type, string expected)
    {
        await using var frontend = await WorkerFrontend.StartAsync();
        var script = new TaskScript("CancelsChild", type).TaskScheduledAndStarted();

        await RunAsync(frontend, async () =>
        {
            frontend.Give(script.Task());
            await frontend.UntilCompletedAsync(1);
            script.TaskCompleted(2)
                .Add(EventType.StartChildWorkflowExecutionInitiated, e => e.StartChildWorkflowExecutionInitiatedEventAttributes = new()
                {
                    WorkflowId = "child",
                    WorkflowType = new() { Name = "Basket" },
                })
                .Signaled("Cancel")
                .TaskScheduledAndStarted();
            frontend.Give(script.Task(known: 3), sticky: true);
            await frontend.UntilCompletedAsync(2);
            script.TaskCompleted()
                .Add(EventType.ChildWorkflowExecutionStarted, e => e.ChildWorkflowExecutionStartedEventAttributes = new()
                {
                    InitiatedEventId = 5,
                    WorkflowExecution = new() { WorkflowId = "child", RunId = "child run" },
                })
                .TaskScheduledAndStarted();
            frontend.Give(script.Task(known: 8), sticky: true);
            await frontend.UntilCompletedAsync(3);
        });

        var completed = frontend.Server.Received<RespondWorkflowTaskCompletedRequest>().ToList();
        completed[1].Commands.Should().BeEmpty("a child that has not started cannot be cancelled");
        completed[2].Commands.Select(c => $"{c.CommandType}").Should().Equal(expected.Split(' '));
        var cancel = completed[2].Commands[0].RequestCancelExternalWorkflowExecutionCommandAttributes;
        cancel.RunId.Should().Be("child run");
        cancel.ChildWorkflowOnly.Should().BeTrue();
    }

    private static Task RunAsync(WorkerFrontend frontend, Func<Task> test) =>
        WireWorker.RunAsync(frontend, o => o.AddWorkflow<Basket>().AddWorkflow<CancelsChild>(), test);

    [Workflow]
    public class Basket
    {
        private bool _closed;

        [WorkflowRun]
        public Task RunAsync() => Workflow.WaitConditionAsync(() => _closed);

        [WorkflowSignal]
        public Task CloseAsync()
        {
            _closed = true;
            return Task.CompletedTask;
        }

        [WorkflowUpdate]
        public Task PutAsync(string item) => Task.CompletedTask;

        [WorkflowUpdateValidator(nameof(PutAsync))]
        public void ValidatePut(string item)
        {
            if (item == "bad")
            {
                throw new ApplicationFailureException("bad item");
            }
        }

        [WorkflowUpdate]
        public Task PutLaterAsync(string item) => Workflow.DelayAsync(1000);
    }

    [Workflow]
    public class CancelsChild
    {
        private readonly CancellationTokenSource _cancel = new();

        [WorkflowRun]
        public async Task<string> RunAsync(ChildWorkflowCancellationType type)
        {
            try
            {
                await Workflow.ExecuteChildWorkflowAsync(
                    (Basket w) => w.RunAsync(), new() { Id = "child", CancellationToken = _cancel.Token, CancellationType = type });
                return "ended";
            }
            catch (ChildWorkflowFailureException e) when (TemporalException.IsCanceledException(e))
            {
                return "canceled";
            }
        }

        [WorkflowSignal]
        public Task CancelAsync()
        {
            _cancel.Cancel();
            return Task.CompletedTask;
        }
    }
}
