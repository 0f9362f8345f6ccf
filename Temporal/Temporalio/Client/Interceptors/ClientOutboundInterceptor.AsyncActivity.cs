namespace Temporalio.Client.Interceptors;

public abstract partial class ClientOutboundInterceptor
{
    /// <summary>Heartbeats an asynchronous activity.</summary>
    public virtual Task HeartbeatAsyncActivityAsync(HeartbeatAsyncActivityInput input) => Next.HeartbeatAsyncActivityAsync(input);

    /// <summary>Completes an asynchronous activity.</summary>
    public virtual Task CompleteAsyncActivityAsync(CompleteAsyncActivityInput input) => Next.CompleteAsyncActivityAsync(input);

    /// <summary>Fails an asynchronous activity.</summary>
    public virtual Task FailAsyncActivityAsync(FailAsyncActivityInput input) => Next.FailAsyncActivityAsync(input);

    /// <summary>Reports an asynchronous activity as canceled.</summary>
    public virtual Task ReportCancellationAsyncActivityAsync(ReportCancellationAsyncActivityInput input) =>
        Next.ReportCancellationAsyncActivityAsync(input);
}
