using Temporalio.Exceptions;

namespace TemporalVideo.Sessions;

/// <summary>
/// Tells a connection that broke from a server that refused. The official client calls a call whose connection breaks Unavailable or,
/// where its HTTP library says no more, Unknown ("transport error") or Cancelled ("operation was canceled"); a Temporal server's own
/// faults are Internal.
/// </summary>
public static class LostConnection
{
    /// <summary>
    /// Whether the server could not be reached, or not until the call's answer. Look at the own cancellation token first.
    /// </summary>
    public static bool Explains(RpcException failure) => failure.Code is
        RpcException.StatusCode.Unavailable or RpcException.StatusCode.DeadlineExceeded
        or RpcException.StatusCode.Unknown or RpcException.StatusCode.Cancelled;
}
