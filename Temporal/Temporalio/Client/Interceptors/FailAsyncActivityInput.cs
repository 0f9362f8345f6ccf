namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.FailAsyncActivityAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Activity">Which activity.</param>
/// <param name="Exception">Why it failed.</param>
/// <param name="Options">Options.</param>
public record FailAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    Exception Exception,
    AsyncActivityFailOptions? Options);
