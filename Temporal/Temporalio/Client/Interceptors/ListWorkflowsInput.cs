namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.ListWorkflowsAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Query">List filter.</param>
/// <param name="Options">Options.</param>
public record ListWorkflowsInput(
    string Query,
    WorkflowListOptions? Options);
