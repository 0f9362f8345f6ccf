namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.CountWorkflowsAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Query">List filter, maybe with GROUP BY.</param>
/// <param name="Options">Options.</param>
public record CountWorkflowsInput(
    string Query,
    WorkflowCountOptions? Options);
