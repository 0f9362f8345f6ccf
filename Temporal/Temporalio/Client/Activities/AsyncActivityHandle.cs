using Temporalio.Client.Interceptors;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Handle of an activity that is completed from outside of its worker.</summary>
/// <param name="Client">Client that it uses.</param>
/// <param name="Activity">Which activity.</param>
public record AsyncActivityHandle(ITemporalClient Client, AsyncActivityHandle.Reference Activity)
{
    /// <summary>Heartbeats.</summary>
    /// <exception cref="AsyncActivityCanceledException">The activity was asked to cancel; report it then.</exception>
    public Task HeartbeatAsync(AsyncActivityHeartbeatOptions? options = null) =>
        Client.OutboundInterceptor.HeartbeatAsyncActivityAsync(new HeartbeatAsyncActivityInput(Activity, options));

    /// <summary>Completes the activity.</summary>
    public Task CompleteAsync(object? result = null, AsyncActivityCompleteOptions? options = null) =>
        Client.OutboundInterceptor.CompleteAsyncActivityAsync(new CompleteAsyncActivityInput(Activity, result, options));

    /// <summary>Fails the activity's attempt.</summary>
    public Task FailAsync(Exception exception, AsyncActivityFailOptions? options = null) =>
        Client.OutboundInterceptor.FailAsyncActivityAsync(new FailAsyncActivityInput(Activity, exception, options));

    /// <summary>Reports the activity as canceled, which it must have been asked for.</summary>
    public Task ReportCancellationAsync(AsyncActivityReportCancellationOptions? options = null) =>
        Client.OutboundInterceptor.ReportCancellationAsyncActivityAsync(new ReportCancellationAsyncActivityInput(Activity, options));

    /// <summary>Which activity.</summary>
    public abstract record Reference
    {
        private protected Reference()
        {
        }
    }

    /// <summary>An activity by its ids.</summary>
    /// <param name="WorkflowId">Workflow id.</param>
    /// <param name="RunId">Run id; null means the latest run.</param>
    /// <param name="ActivityId">Activity id.</param>
    public record IdReference(string WorkflowId, string? RunId, string ActivityId) : Reference;

    /// <summary>An activity by its task token.</summary>
    /// <param name="TaskToken">The token.</param>
    public record TaskTokenReference(byte[] TaskToken) : Reference;
}
