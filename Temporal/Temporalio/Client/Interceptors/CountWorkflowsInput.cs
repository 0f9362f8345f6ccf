namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.CountWorkflowsAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Query">List filter, maybe with GROUP BY.</param>
/// <param name="Options">Options.</param>
public record CountWorkflowsInput(
    string Query,
    WorkflowCountOptions? Options);
