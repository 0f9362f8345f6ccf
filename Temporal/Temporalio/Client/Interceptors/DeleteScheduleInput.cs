namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.DeleteScheduleAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record DeleteScheduleInput(
    string Id,
    RpcOptions? RpcOptions);
