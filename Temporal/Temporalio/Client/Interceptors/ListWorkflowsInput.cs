namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.ListWorkflowsAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Query">List filter.</param>
/// <param name="Options">Options.</param>
public record ListWorkflowsInput(
    string Query,
    WorkflowListOptions? Options);
