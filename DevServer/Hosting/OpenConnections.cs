using System.Diagnostics;
using Microsoft.AspNetCore.Connections;

namespace TemporalVideo.DevServer.Hosting;

/// <summary>Counts the connections to all ports. A worker, a client and a page of the Web UI keep one open as long as they live.</summary>
internal sealed class OpenConnections
{
    private readonly Lock _lock = new();
    private int _open;
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>For how long there has been none; zero while there is one.</summary>
    public TimeSpan IdleFor
    {
        get
        {
            lock (_lock)
            {
                return _open > 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_since);
            }
        }
    }

    /// <summary>Serves a connection, and counts it meanwhile.</summary>
    public async Task ServeAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        Change(1);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            Change(-1);
        }
    }

    private void Change(int by)
    {
        lock (_lock)
        {
            _open += by;
            _since = Stopwatch.GetTimestamp();
        }
    }
}
