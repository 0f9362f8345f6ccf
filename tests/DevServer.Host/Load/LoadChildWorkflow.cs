using Temporalio.Workflows;

namespace TemporalVideo.DevServer.Host.Load;

/// <summary>A child of the load: one activity.</summary>
[Workflow]
public sealed class LoadChildWorkflow
{
    /// <summary>Gives what the activity gave.</summary>
    [WorkflowRun]
    public Task<string> RunAsync(string key) =>
        Workflow.ExecuteActivityAsync((LoadActivities activities) => activities.Touch(key), LoadWorkflow.Activity);
}
