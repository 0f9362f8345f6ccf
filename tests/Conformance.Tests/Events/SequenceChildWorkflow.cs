using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Events;

/// <summary>Ends at once.</summary>
[Workflow]
public sealed class SequenceChildWorkflow
{
    [WorkflowRun]
    public Task RunAsync() => Task.CompletedTask;
}
