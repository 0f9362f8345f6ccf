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
    private static readonly TimeSpan IdleCheck = TimeSpan.FromMilliseconds(100);

    private readonly WebApplication _frontend;
    private readonly ServerParts _parts;
    private readonly ServerServices _services;
    private readonly OpenConnections _connections;
    private readonly string? _dataFile;
    private int _disposed;

    private DevServer(
        WebApplication frontend, ServerParts parts, ServerServices services, OpenConnections connections, DevServerOptions options)
    {
        _frontend = frontend;
        _parts = parts;
        _services = services;
        _connections = connections;
        _dataFile = options.DataFile;
        var hosts = new Queue<string>(frontend.Urls.Select(url => new Uri(url).Authority));
        TargetHost = hosts.Dequeue();
        HttpHost = options.HttpPort is null ? null : hosts.Dequeue();
        WebUiHost = options.WebUiPort is null ? null : hosts.Dequeue();
        parts.Cluster.Address = TargetHost;
    }

    /// <summary>Where clients connect: <c>address:port</c> of the gRPC frontend.</summary>
    public string TargetHost { get; }

    /// <summary><c>address:port</c> of the HTTP JSON API, or null when it is off.</summary>
    public string? HttpHost { get; }

    /// <summary><c>address:port</c> of the Web UI, or null when it is off.</summary>
    public string? WebUiHost { get; }

    /// <summary>Starts a server; it accepts calls when the task completes.</summary>
    /// <param name="options">Where it listens and what it keeps.</param>
    /// <exception cref="DataFileInUseException">Another server holds the data file.</exception>
    /// <exception cref="DataFileVersionException">The data file was written by another version that this one cannot go on with.</exception>
    /// <exception cref="IOException">A port is taken, or the data file cannot be opened.</exception>
    public static async Task<DevServer> StartAsync(DevServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var loggers = options.LoggerFactory ?? NullLoggerFactory.Instance;
        var parts = await ServerParts.OpenAsync(options, loggers).ConfigureAwait(false);
        var services = new ServerServices(options, parts);
        var connections = new OpenConnections();
        var frontend = Frontend.Build(options, parts, services, connections);
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

        var server = new DevServer(frontend, parts, services, connections, options);
        server.WriteRecord();
        return server;
    }

    /// <summary>
    /// Waits until nobody has been connected for a while. The server is then no longer announced beside its data file, and is to be
    /// disposed of; who had come meanwhile is served on, and the waiting begins anew.
    /// </summary>
    /// <param name="length">For how long nobody is to have been connected.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task UntilIdleAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(IdleCheck, cancellationToken).ConfigureAwait(false);
            if (_connections.IdleFor < length)
            {
                continue;
            }

            // Who connects looks for the record again when connected: either it is found missing, or the connection is seen here.
            DeleteRecord();
            if (_connections.IdleFor >= length)
            {
                return;
            }

            WriteRecord();
        }
    }

    /// <summary>Stops accepting calls, ends those that wait, and closes the data file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            DeleteRecord();
            await _frontend.DisposeAsync().ConfigureAwait(false);
            await _services.DisposeAsync().ConfigureAwait(false);
            await _parts.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void WriteRecord()
    {
        if (_dataFile is not null)
        {
            new ServerRecord
            {
                ProcessId = Environment.ProcessId,
                Address = TargetHost,
                ClusterId = _parts.Cluster.Id,
                WebUi = WebUiHost,
            }.Write(_dataFile);
        }
    }

    private void DeleteRecord()
    {
        if (_dataFile is not null)
        {
            ServerRecord.Delete(_dataFile);
        }
    }
}
