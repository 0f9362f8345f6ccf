using System.Net;
using System.Net.Sockets;

namespace TemporalVideo.Tests.Support;

/// <summary>Ports of the loopback interface.</summary>
public static class FreePort
{
    private const int FirstForReuse = 20_000;
    private const int LastForReuse = 29_999;

    /// <summary>A port that nothing listens on now.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>
    /// A port for a server that goes and comes back while clients try to connect. It is none of those that the system gives to
    /// connections by itself: while the server is away, a client could be given the very port it connects to, and then holds it.
    /// </summary>
    public static int NextForReuse()
    {
        while (true)
        {
            var port = Random.Shared.Next(FirstForReuse, LastForReuse + 1);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another.
            }
        }
    }
}
