using Temporalio.Activities;
using Temporalio.Workflows;

namespace TemporalVideo.Benchmarks;

/// <summary>The smallest useful workflow: one activity, one result.</summary>
[Workflow]
public class OneActivityWorkflow
{
    [Activity]
    public static string Echo(string text) => text;

    [WorkflowRun]
    public Task<string> RunAsync(string text) => Workflow.ExecuteActivityAsync(
        () => Echo(text), new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
}
