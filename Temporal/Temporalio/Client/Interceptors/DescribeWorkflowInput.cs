namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.DescribeWorkflowAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id; null means the latest run.</param>
/// <param name="Options">Options.</param>
public record DescribeWorkflowInput(
    string Id,
    string? RunId,
    WorkflowDescribeOptions? Options);
