using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The children, and the workflows that others signal and cancel, of <c>node/workflows/children.js</c>.</summary>
internal static class ChildTwins
{
    [Workflow("childAfterTasks")]
    public class AfterTasks
    {
        [WorkflowRun]
        public async Task<string> RunAsync(int tasks, string result)
        {
            await UntilParentHasCompletedAsync(tasks, Workflow.CancellationToken);
            return result;
        }
    }

    [Workflow("childFailing")]
    public class Failing
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            await UntilParentHasCompletedAsync(2, Workflow.CancellationToken);
            await Workflow.ExecuteActivityAsync(() => TwinActivities.Refuse("child"), TwinOptions.Minute);
        }
    }

    [Workflow("childCancelledAfterTasks")]
    public class CancelledAfterTasks
    {
        [WorkflowRun]
        public async Task RunAsync(int tasks)
        {
            try
            {
                await Workflow.DelayAsync(TimeSpan.FromHours(1));
            }
            catch (Exception e) when (TemporalException.IsCanceledException(e))
            {
                await UntilParentHasCompletedAsync(tasks, CancellationToken.None);
                throw;
            }
        }
    }

    [Workflow("childDeaf")]
    public class Deaf
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.DelayAsync(TimeSpan.FromHours(1), CancellationToken.None);
    }

    [Workflow("waitsForGo")]
    public class WaitsForGo
    {
        private string? _word;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => _word is not null);
            return _word!;
        }

        [WorkflowSignal("go")]
        public Task GoAsync(string word)
        {
            _word = word;
            return Task.CompletedTask;
        }
    }

    private static Task UntilParentHasCompletedAsync(int tasks, CancellationToken cancellation)
    {
        var parent = Workflow.Info.Parent!.WorkflowId;
        var options = TwinOptions.Minute;
        options.CancellationToken = cancellation;
        return Workflow.ExecuteActivityAsync(() => TwinActivities.UntilTasksCompletedAsync(parent, tasks), options);
    }
}
