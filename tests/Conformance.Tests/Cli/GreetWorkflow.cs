using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Cli;

[Workflow("greet")]
public sealed class GreetWorkflow
{
    [WorkflowRun]
    public Task<string> RunAsync(string name) => Workflow.ExecuteActivityAsync(
        () => SampleActivities.Echo("hello " + name), new ActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(30) });
}
