namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.TerminateWorkflowAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id; null means the latest run.</param>
/// <param name="FirstExecutionRunId">First run of the chain that is meant; null means any.</param>
/// <param name="Reason">Why.</param>
/// <param name="Options">Options.</param>
public record TerminateWorkflowInput(
    string Id,
    string? RunId,
    string? FirstExecutionRunId,
    string? Reason,
    WorkflowTerminateOptions? Options);
