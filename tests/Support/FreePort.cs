using System.Net;
using System.Net.Sockets;

namespace TemporalVideo.Tests.Support;

/// <summary>Ports of the loopback interface.</summary>
public static class FreePort
{
    /// <summary>A port that nothing listens on now.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
