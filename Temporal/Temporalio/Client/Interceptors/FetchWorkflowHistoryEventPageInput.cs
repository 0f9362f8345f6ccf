using Temporalio.Api.Enums.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.FetchWorkflowHistoryEventPageAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="RunId">Run id; null means the latest run.</param>
/// <param name="PageSize">Events per page, a hint; null means what the server likes.</param>
/// <param name="NextPageToken">Where to go on; null means the start.</param>
/// <param name="WaitNewEvent">Whether to wait for new events.</param>
/// <param name="EventFilterType">Which events.</param>
/// <param name="SkipArchival">Whether to leave archives alone.</param>
/// <param name="Rpc">Options of the call.</param>
public record FetchWorkflowHistoryEventPageInput(
    string Id,
    string? RunId,
    int? PageSize,
    byte[]? NextPageToken,
    bool WaitNewEvent,
    HistoryEventFilterType EventFilterType,
    bool SkipArchival,
    RpcOptions? Rpc);
