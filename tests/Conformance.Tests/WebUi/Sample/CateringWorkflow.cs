using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.WebUi.Sample;

/// <summary>A child that says what it was asked for.</summary>
[Workflow("catering")]
public sealed class CateringWorkflow
{
    [WorkflowRun]
    public Task<string> RunAsync(string order) => Task.FromResult($"{order} is ready");
}
