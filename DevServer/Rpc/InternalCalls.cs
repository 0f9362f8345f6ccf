using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>Calls the server's own RPCs, for what the server does by itself: schedules and batch jobs.</summary>
internal sealed class InternalCalls(RpcTable table, CancellationToken stopping)
{
    /// <summary>Cancelled when the server stops.</summary>
    public CancellationToken Stopping => stopping;

    /// <summary>Calls a method of the service.</summary>
    /// <exception cref="ServiceException">As the method throws it.</exception>
    public async Task<TResponse> CallAsync<TResponse>(string method, IMessage request)
        where TResponse : IMessage => (TResponse)await table.CallAsync(method, request, new ServiceCall
        {
            Method = method,
            Headers = new HeaderDictionary(),
            CancellationToken = stopping,
            Peer = "internal",
        }).ConfigureAwait(false);
}
