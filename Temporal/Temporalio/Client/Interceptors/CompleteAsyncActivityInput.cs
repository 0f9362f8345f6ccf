namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.CompleteAsyncActivityAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Activity">Which activity.</param>
/// <param name="Result">Its result.</param>
/// <param name="Options">Options.</param>
public record CompleteAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    object? Result,
    AsyncActivityCompleteOptions? Options);
