using Temporalio.Common;
using Temporalio.Tests.Worker.Wire;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>The order in which code goes on depends on what the run has recorded.</summary>
public class EventLoopTests
{
    private const uint ModernLoop = 2;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task C070_Conditions_AreReleasedAsTheRunRecordedIt(bool modern, int timers)
    {
        // One at a time, the first one's code makes the second one's condition false again. All at once, both go on.
        (await FailureAsync(History(modern, timers))).Should().BeNull();
        (await FailureAsync(History(modern, 3 - timers))).Should().Contain("[TMPRL1100]");
    }

    private static WorkflowHistory History(bool modern, int timers)
    {
        var script = new TaskScript("Races").TaskScheduledAndStarted().TaskCompleted(modern ? [ModernLoop] : [])
            .Signaled("Open").TaskScheduledAndStarted().TaskCompleted();
        for (var timer = 1; timer <= timers; timer++)
        {
            script.TimerStarted($"{timer}");
        }

        return new("w", script.Events);
    }

    private static async Task<string?> FailureAsync(WorkflowHistory history) =>
        (await new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<Races>()).ReplayWorkflowAsync(history, throwOnReplayFailure: false))
            .ReplayFailure?.Message;

    [Workflow]
    public class Races
    {
        private bool _open;

        [WorkflowRun]
        public Task RunAsync() => Workflow.WhenAllAsync(RaceAsync(), RaceAsync());

        [WorkflowSignal]
        public Task OpenAsync()
        {
            _open = true;
            return Task.CompletedTask;
        }

        private async Task RaceAsync()
        {
            await Workflow.WaitConditionAsync(() => _open);
            _open = false;
            await Workflow.DelayAsync(1000);
        }
    }
}
