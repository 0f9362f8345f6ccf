using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using TemporalVideo.DevServer.Hosting;

namespace TemporalVideo.DevServer;

/// <summary>
/// An embedded Temporal-compatible server for development and tests, on one machine: every acknowledged change is in its SQLite file first.
/// It has no authentication and does not scale out; a cluster is for that.
/// </summary>
public sealed class DevServer : IAsyncDisposable
{
    private readonly WebApplication _frontend;
    private readonly ServerParts _parts;
    private readonly ServerServices _services;
    private int _disposed;

    private DevServer(WebApplication frontend, ServerParts parts, ServerServices services, string targetHost, string? httpHost)
    {
        _frontend = frontend;
        _parts = parts;
        _services = services;
        TargetHost = targetHost;
        HttpHost = httpHost;
    }

    /// <summary>Where clients connect: <c>address:port</c> of the gRPC frontend.</summary>
    public string TargetHost { get; }

    /// <summary><c>address:port</c> of the HTTP JSON API, or null when it is off.</summary>
    public string? HttpHost { get; }

    /// <summary>Starts a server; it accepts calls when the task completes.</summary>
    /// <param name="options">Where it listens and what it keeps.</param>
    /// <exception cref="IOException">A port is taken, or the data file cannot be opened.</exception>
    public static async Task<DevServer> StartAsync(DevServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var loggers = options.LoggerFactory ?? NullLoggerFactory.Instance;
        var parts = await ServerParts.OpenAsync(options, loggers).ConfigureAwait(false);
        var services = new ServerServices(options, parts);
        var frontend = Frontend.Build(options, parts, services);
        try
        {
            await services.ResumeAsync().ConfigureAwait(false);
            await frontend.StartAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            await frontend.DisposeAsync().ConfigureAwait(false);
            await services.DisposeAsync().ConfigureAwait(false);
            await parts.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var hosts = frontend.Urls.Select(url => new Uri(url).Authority).ToList();
        parts.Cluster.Address = hosts[0];
        return new DevServer(frontend, parts, services, hosts[0], options.HttpPort is null ? null : hosts[1]);
    }

    /// <summary>Stops accepting calls, ends those that wait, and closes the data file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _frontend.DisposeAsync().ConfigureAwait(false);
            await _services.DisposeAsync().ConfigureAwait(false);
            await _parts.DisposeAsync().ConfigureAwait(false);
        }
    }
}
