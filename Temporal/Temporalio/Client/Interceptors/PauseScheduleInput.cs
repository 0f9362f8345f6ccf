namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.PauseScheduleAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="Note">Why.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record PauseScheduleInput(
    string Id,
    string? Note,
    RpcOptions? RpcOptions);
