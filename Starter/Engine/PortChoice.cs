using System.Net;
using System.Net.Sockets;

namespace TemporalVideo.Starter.Engine;

/// <summary>Which port the embedded server takes: the one that is asked for, or the first of some that nobody has.</summary>
internal static class PortChoice
{
    /// <summary>Any free port.</summary>
    public const int Any = 0;

    /// <summary>Chooses.</summary>
    /// <param name="ip">Address that the server listens on.</param>
    /// <param name="asked">The port that is asked for, whether it is free or not; null for none.</param>
    /// <param name="preferred">Else the first of these that is free.</param>
    public static int Choose(string ip, int? asked, params IEnumerable<int?> preferred) =>
        asked ?? preferred.OfType<int>().FirstOrDefault(port => IsFree(ip, port), Any);

    /// <summary>The port of <c>address:port</c>.</summary>
    public static int? Of(string? address) => IPEndPoint.TryParse(address ?? "", out var end) ? end.Port : null;

    private static bool IsFree(string ip, int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Parse(ip), port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
