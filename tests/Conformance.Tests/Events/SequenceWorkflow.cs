using Temporalio.Activities;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Events;

/// <summary>One thing of each kind after the other, then once more as a new run.</summary>
[Workflow]
public sealed class SequenceWorkflow
{
    [WorkflowRun]
    public async Task<string> RunAsync(bool last)
    {
        await Workflow.ExecuteActivityAsync(() => Work(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) });
        await Workflow.ExecuteLocalActivityAsync(() => Work(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) });
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(10));
        _ = Workflow.Patched("a change");
        Workflow.UpsertMemo(MemoUpdate.ValueSet("state", "child"));
        await Workflow.ExecuteChildWorkflowAsync((SequenceChildWorkflow child) => child.RunAsync());
        return last ? "done" : throw Workflow.CreateContinueAsNewException((SequenceWorkflow next) => next.RunAsync(true));
    }

    [Activity]
    public static void Work()
    {
    }
}
