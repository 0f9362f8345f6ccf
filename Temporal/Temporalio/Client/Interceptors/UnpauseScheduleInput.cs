namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.UnpauseScheduleAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Note">Why.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record UnpauseScheduleInput(
    string Id,
    string? Note,
    RpcOptions? RpcOptions);
