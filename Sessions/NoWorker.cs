using Temporalio.Exceptions;

namespace TemporalVideo.Sessions;

/// <summary>Queries are answered by workers; without one they fail in these ways.</summary>
internal static class NoWorker
{
    /// <summary>How long a query waits for a worker.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether a query failed because no worker answered. The official SDK reports its own time limit as <c>Cancelled: Timeout expired</c>:
    /// whoever asks must have looked at its cancellation token first.
    /// </summary>
    public static bool Explains(Exception failure) =>
        failure is RpcTimeoutOrCanceledException
            or RpcException { Code: RpcException.StatusCode.FailedPrecondition }
            || (failure is RpcException rpc && LostConnection.Explains(rpc));
}
