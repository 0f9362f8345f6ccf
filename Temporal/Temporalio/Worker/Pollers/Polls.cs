using Temporalio.Client;

namespace Temporalio.Worker.Pollers;

/// <summary>What all long polls have in common.</summary>
internal static class Polls
{
    /// <summary>Longer than the server holds a poll (60 s).</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(70);

    public static RpcOptions Options(CancellationToken stop) => new() { Retry = false, Timeout = Limit, CancellationToken = stop };
}
