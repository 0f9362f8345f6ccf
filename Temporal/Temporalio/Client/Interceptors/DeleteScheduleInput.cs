namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.DeleteScheduleAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record DeleteScheduleInput(
    string Id,
    RpcOptions? RpcOptions);
