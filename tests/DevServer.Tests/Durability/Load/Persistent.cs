using Temporalio.Exceptions;

namespace TemporalVideo.DevServer.Tests.Durability.Load;

/// <summary>Calls that outlive a server.</summary>
internal static class Persistent
{
    /// <summary>
    /// Repeats a call until it is answered. Any failure is a fault but a lost connection, a lost answer, and the refusal of an
    /// update because the workflow's task was lost with its server again and again.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="lost">Hears of each time that it was not answered.</param>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call, Action lost)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (RpcException e) when (IsLostConnection(e)
                || e.Message.Contains("Workflow Task in failed state", StringComparison.Ordinal))
            {
                lost();
                await Task.Delay(Random.Shared.Next(200, 600));
            }
            catch (WorkflowUpdateRpcTimeoutOrCanceledException)
            {
                lost();
                await Task.Delay(Random.Shared.Next(200, 600));
            }
        }
    }

    /// <summary>
    /// The official client calls a connection that breaks under a call Unavailable or, where its HTTP library says no more, Unknown
    /// ("transport
    /// error") or Cancelled ("operation was canceled"). The server's own faults are Internal.
    /// </summary>
    private static bool IsLostConnection(RpcException e) => e.Code is
        RpcException.StatusCode.Unavailable or RpcException.StatusCode.DeadlineExceeded
        or RpcException.StatusCode.Unknown or RpcException.StatusCode.Cancelled;
}
