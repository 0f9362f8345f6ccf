using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Cli;

[Workflow("parent")]
public sealed class ParentWorkflow
{
    [WorkflowRun]
    public Task<string> RunAsync() => Workflow.ExecuteChildWorkflowAsync(
        (GreetWorkflow child) => child.RunAsync("child"), new ChildWorkflowOptions { Id = Workflow.Info.WorkflowId + "-child" });
}
