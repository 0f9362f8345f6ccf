namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.ReportCancellationAsyncActivityAsync" />; to be changed by <c>with</c> only.</summary>
/// <param name="Activity">Which activity.</param>
/// <param name="Options">Options.</param>
public record ReportCancellationAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    AsyncActivityReportCancellationOptions? Options);
