using Temporalio.Api.Common.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.QueryWorkflowAsync{TResult}" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id; null means the latest run.</param>
/// <param name="Query">Name of the query.</param>
/// <param name="Args">Arguments.</param>
/// <param name="Options">Options.</param>
/// <param name="Headers">Headers, sent encoded by the codec; an interceptor may add to them.</param>
public record QueryWorkflowInput(
    string Id,
    string? RunId,
    string Query,
    IReadOnlyCollection<object?> Args,
    WorkflowQueryOptions? Options,
    IDictionary<string, Payload>? Headers);
