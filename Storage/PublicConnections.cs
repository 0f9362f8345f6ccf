using System.Net;
using System.Net.Sockets;

namespace TemporalVideo.Storage;

/// <summary>A name leads to an address that is not of the public network.</summary>
/// <param name="message">Which name and address, and what allows it.</param>
internal sealed class ForbiddenAddressException(string message) : IOException(message)
{
    /// <summary>It, where it is among the causes of a failure; null where it is not.</summary>
    public static ForbiddenAddressException? In(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is ForbiddenAddressException forbidden)
            {
                return forbidden;
            }
        }

        return null;
    }
}

/// <summary>
/// Connections to addresses that were checked: a name is resolved once, the connection goes to what it gave, and no redirect is followed,
/// so that no name and no answer leads into the own network.
/// </summary>
internal static class PublicConnections
{
    private const int MostHeaders = 16;

    /// <summary>What an HTTP client sends by.</summary>
    /// <param name="privateToo">Whether machines of one's own network are allowed.</param>
    /// <param name="setting">The setting that allows them, for errors.</param>
    public static SocketsHttpHandler Handler(bool privateToo, string setting) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = MostHeaders,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, privateToo, setting, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint place, bool privateToo, string setting, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(place.Host, cancellationToken);
        if (!privateToo && addresses.FirstOrDefault(address => !PublicAddresses.Has(address)) is { } own)
        {
            throw new ForbiddenAddressException(
                $"{place.Host} leads to {own}, which is not of the public network ({setting} in config/worker.yaml allows it).");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, place.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
