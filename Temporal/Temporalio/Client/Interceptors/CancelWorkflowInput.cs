namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.CancelWorkflowAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id; null means the latest run.</param>
/// <param name="FirstExecutionRunId">First run of the chain that is meant; null means any.</param>
/// <param name="Options">Options.</param>
public record CancelWorkflowInput(
    string Id,
    string? RunId,
    string? FirstExecutionRunId,
    WorkflowCancelOptions? Options);
