using System.Net.Sockets;

namespace TemporalVideo.Starter.Engine;

/// <summary>Tells whether somebody listens at a port.</summary>
internal static class PortProbe
{
    public static async Task<bool> AnswersAsync(string host, int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
