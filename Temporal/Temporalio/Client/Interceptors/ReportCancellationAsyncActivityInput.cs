namespace Temporalio.Client.Interceptors;

/// <summary>Input of <see cref="ClientOutboundInterceptor.ReportCancellationAsyncActivityAsync" />; change it by <c>with</c>, as it may get more members.</summary>
/// <param name="Activity">Which activity.</param>
/// <param name="Options">Options.</param>
public record ReportCancellationAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    AsyncActivityReportCancellationOptions? Options);
