namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.DescribeScheduleAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Id">Schedule id.</param>
/// <param name="RpcOptions">Options of the call.</param>
public record DescribeScheduleInput(
    string Id,
    RpcOptions? RpcOptions);
