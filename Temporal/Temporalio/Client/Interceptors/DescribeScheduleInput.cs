namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.DescribeScheduleAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record DescribeScheduleInput(
    string Id,
    RpcOptions? RpcOptions);
