namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.CompleteAsyncActivityAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Activity">Which activity.</param>
/// <param name="Result">Its result.</param>
/// <param name="Options">Options.</param>
public record CompleteAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    object? Result,
    AsyncActivityCompleteOptions? Options);
