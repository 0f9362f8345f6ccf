using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace TemporalVideo.Starter.Engine;

/// <summary>Which server it is that answers at an address: a port says nothing of who has it.</summary>
internal static class ServerIdentity
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>The id of the server's cluster, which stays with its data file; null when no Temporal server answers.</summary>
    /// <param name="address"><c>host:port</c>.</param>
    public static async Task<string?> AskAsync(string address)
    {
        try
        {
            using var limit = new CancellationTokenSource(Limit);
            var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(address)).WaitAsync(limit.Token);
            return await AskAsync(client, limit.Token);
        }
        catch (Exception exception) when (exception is InvalidOperationException or RpcException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The id of the cluster that a client is connected to.</summary>
    public static async Task<string> AskAsync(ITemporalClient client, CancellationToken cancellationToken)
    {
        var options = new RpcOptions { CancellationToken = cancellationToken };
        return (await client.Connection.WorkflowService.GetClusterInfoAsync(new GetClusterInfoRequest(), options)).ClusterId;
    }
}
