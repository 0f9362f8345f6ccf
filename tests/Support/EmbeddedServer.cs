using TemporalVideo.DevServer;

namespace TemporalVideo.Tests.Support;

/// <summary>The server of this repository in the test's own process, on a free port of the loopback interface.</summary>
public static class EmbeddedServer
{
    /// <summary>Starts a server.</summary>
    /// <param name="configure">Changes the options; the port is any free one unless changed.</param>
    public static Task<DevServer.DevServer> StartAsync(Func<DevServerOptions, DevServerOptions>? configure = null)
    {
        var options = new DevServerOptions { Port = 0 };
        return DevServer.DevServer.StartAsync(configure?.Invoke(options) ?? options);
    }
}
