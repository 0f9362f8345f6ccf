using Temporalio.Client;
using TemporalVideo.DevServer;
using ServerOptions = TemporalVideo.DevServer.DevServerOptions;

namespace Temporalio.Testing;

/// <summary>An environment with an embedded server.</summary>
internal class LocalEnvironment : WorkflowEnvironment
{
    private readonly DevServer _server;

    protected LocalEnvironment(ITemporalClient client, DevServer server)
        : base(client) => _server = server;

    public static Task<WorkflowEnvironment> StartAsync(WorkflowEnvironmentStartLocalOptions options) => StartAsync(
        options,
        server => server with
        {
            DataFile = options.DevServerOptions.DatabaseFilename,
            SearchAttributes = (options.SearchAttributes ?? []).ToDictionary(key => key.Name, key => key.ValueType),
        },
        (client, server) => new LocalEnvironment(client, server));

    /// <inheritdoc />
    public override async Task ShutdownAsync()
    {
        (Client.Connection as IDisposable)?.Dispose();
        await _server.DisposeAsync().ConfigureAwait(false);
    }

    protected static async Task<WorkflowEnvironment> StartAsync(
        TemporalClientConnectOptions options,
        Func<ServerOptions, ServerOptions> configure,
        Func<TemporalClient, DevServer, WorkflowEnvironment> create)
    {
        var (ip, port) = Listen(options.TargetHost);
        var server = await DevServer.StartAsync(configure(new ServerOptions
        {
            Ip = ip,
            Port = port,
            Namespaces = [options.Namespace],
            LoggerFactory = options.LoggerFactory,
        })).ConfigureAwait(false);
        try
        {
            var clientOptions = (TemporalClientConnectOptions)options.Clone();
            clientOptions.TargetHost = server.TargetHost;
            return create(await TemporalClient.ConnectAsync(clientOptions).ConfigureAwait(false), server);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static (string Ip, int Port) Listen(string? targetHost)
    {
        if (targetHost == null)
        {
            return ("127.0.0.1", 0);
        }

        var colon = targetHost.LastIndexOf(':');
        return colon > 0 && int.TryParse(targetHost[(colon + 1)..], out var port)
            ? (targetHost[..colon], port)
            : throw new ArgumentException($"TargetHost '{targetHost}' is not ip:port.");
    }
}
