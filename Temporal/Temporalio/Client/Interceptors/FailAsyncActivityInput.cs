namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.FailAsyncActivityAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Activity">Which activity.</param>
/// <param name="Exception">Why it failed.</param>
/// <param name="Options">Options.</param>
public record FailAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    Exception Exception,
    AsyncActivityFailOptions? Options);
