using Microsoft.Extensions.Logging;
using Temporalio.Client;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Telemetry;
using TemporalVideo.Hosting.Temporal;

namespace TemporalVideo.Starter.Engine;

/// <summary>
/// A connection to Temporal. With an address it is that server; without one it is the embedded server: the one that another
/// process runs at its port, else one in this process for as long as the connection is open.
/// </summary>
internal sealed class EngineConnection : IAsyncDisposable
{
    private readonly DevServer.DevServer? _server;
    private readonly IDisposable? _traces;

    private EngineConnection(ITemporalClient client, ProductConfiguration configuration, DevServer.DevServer? server) =>
        (Client, Configuration, _server, _traces) = (client, configuration, server, VideoTelemetry.Start(configuration.Engine.Telemetry));

    /// <summary>The client.</summary>
    public ITemporalClient Client { get; }

    /// <summary>The configuration, with the address that is in use.</summary>
    public ProductConfiguration Configuration { get; }

    /// <summary>Whether the server runs in this process and ends with it.</summary>
    public bool IsEmbedded => _server is not null;

    /// <summary>Opens a connection.</summary>
    public static async Task<EngineConnection> OpenAsync(ProductConfiguration configuration, ILoggerFactory loggers)
    {
        var engine = configuration.Engine;
        if (!engine.UsesEmbeddedServer)
        {
            return new EngineConnection(await ConnectAsync(engine, engine.Address), configuration, null);
        }

        var address = $"{engine.Embedded.Ip}:{engine.Embedded.Port}";
        if (engine.Embedded.Port > 0 && await PortProbe.AnswersAsync(engine.Embedded.Ip, engine.Embedded.Port))
        {
            var another = $"Something else listens there. Give the embedded server another port: {ProductRoot.Marker}, 'embedded', 'port'.";
            return new EngineConnection(await ConnectAsync(engine, address, another), At(configuration, address), null);
        }

        var server = await EmbeddedServer.StartAsync(engine, loggers);
        try
        {
            return new EngineConnection(await ConnectAsync(engine, server.TargetHost), At(configuration, server.TargetHost), server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _traces?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static async Task<ITemporalClient> ConnectAsync(
        EngineSettings engine, string address, string advice = "Give another address with --address or TEMPORAL_ADDRESS, or start the embedded server with 'starter dev-server'.")
    {
        try
        {
            return await TemporalClients.ConnectAsync(engine, address);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Temporalio.Exceptions.RpcException or IOException or HttpRequestException)
        {
            throw new StarterException(
                ExitCodes.Unreachable,
                $"No Temporal server answers at {address}: {exception.Message}\n{advice}");
        }
    }

    private static ProductConfiguration At(ProductConfiguration configuration, string address) =>
        configuration with { Engine = configuration.Engine with { Address = address } };
}
