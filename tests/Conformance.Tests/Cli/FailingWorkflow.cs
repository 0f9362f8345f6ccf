using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Cli;

[Workflow("failing")]
public sealed class FailingWorkflow
{
    [WorkflowRun]
    public Task RunAsync() => Workflow.ExecuteActivityAsync(
        () => SampleActivities.Fail(), new ActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(30) });
}
