using Temporalio.Activities;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Metadata;

/// <summary>A timer and an activity, each with a summary.</summary>
[Workflow]
public sealed class DescribedWorkflow
{
    [WorkflowRun]
    public async Task RunAsync()
    {
        await Workflow.DelayWithOptionsAsync(new(TimeSpan.FromMilliseconds(10)) { Summary = "a short wait" });
        await Workflow.ExecuteActivityAsync(() => Work(), new() { StartToCloseTimeout = TimeSpan.FromSeconds(30), Summary = "some work" });
    }

    [Activity]
    public static void Work()
    {
    }
}
