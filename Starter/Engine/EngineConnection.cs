using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.DevServer;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Telemetry;
using TemporalVideo.Hosting.Temporal;

namespace TemporalVideo.Starter.Engine;

/// <summary>
/// A connection to Temporal: with an address to that server, without one to the embedded server of this product's data file, which is
/// started when it does not run yet and goes on while others need it.
/// </summary>
internal sealed class EngineConnection : IAsyncDisposable
{
    private readonly ServerRecord? _server;
    private readonly ServerGuard? _guard;
    private readonly IDisposable? _traces;

    private EngineConnection(ITemporalClient client, ProductConfiguration configuration, ServerRecord? server)
    {
        (Client, Configuration, _server) = (client, configuration, server);
        _guard = server is null ? null : new ServerGuard(configuration, client);
        _traces = VideoTelemetry.Start(configuration.Engine.Telemetry);
    }

    /// <summary>The client.</summary>
    public ITemporalClient Client { get; }

    /// <summary>The configuration, with the address that is in use.</summary>
    public ProductConfiguration Configuration { get; }

    /// <summary>Whether it is the embedded server.</summary>
    public bool IsEmbedded => _server is not null;

    /// <summary>The server, in words.</summary>
    public string Place => $"{Configuration.Engine.Address}{(IsEmbedded ? " (embedded server)" : "")}";

    /// <summary>The embedded server's Web UI; null where it is off or not built, and with any other server.</summary>
    public WebUiAddress? WebUi =>
        _server?.WebUi is { } host && WebUiAddress.IsBuilt(Configuration.Engine)
            ? new WebUiAddress(host, Configuration.Engine.Namespace)
            : null;

    /// <summary>Opens a connection.</summary>
    public static async Task<EngineConnection> OpenAsync(ProductConfiguration configuration)
    {
        var engine = configuration.Engine;
        if (!engine.UsesEmbeddedServer)
        {
            return new EngineConnection(await ConnectAsync(engine, engine.Address), configuration, null);
        }

        var (client, server) = await ServerSearch.ConnectAsync(configuration);
        await EnsureNamespaceAsync(client, engine.Namespace);
        return new EngineConnection(client, At(configuration, server.Address), server);
    }

    public async ValueTask DisposeAsync()
    {
        await (_guard?.DisposeAsync() ?? ValueTask.CompletedTask);
        _traces?.Dispose();
    }

    /// <summary>The server has the namespace of who started it; another command may want another.</summary>
    private static async Task EnsureNamespaceAsync(ITemporalClient client, string name)
    {
        var service = client.Connection.WorkflowService;
        try
        {
            await service.DescribeNamespaceAsync(new DescribeNamespaceRequest { Namespace = name });
        }
        catch (RpcException exception) when (exception.Code == RpcException.StatusCode.NotFound)
        {
            var retention = Duration.FromTimeSpan(TimeSpan.FromDays(1));
            await service.RegisterNamespaceAsync(
                new RegisterNamespaceRequest { Namespace = name, WorkflowExecutionRetentionPeriod = retention });
        }
    }

    private static async Task<ITemporalClient> ConnectAsync(EngineSettings engine, string address)
    {
        try
        {
            return await TemporalClients.ConnectAsync(engine, address);
        }
        catch (Exception exception) when (exception is InvalidOperationException or RpcException or IOException or HttpRequestException)
        {
            throw new StarterException(
                ExitCodes.Unreachable,
                $"No Temporal server answers at {address}: {exception.Message}\n{TlsHint(engine)}"
                + "Give another address with --address or TEMPORAL_ADDRESS; without one the embedded server is used.");
        }
    }

    /// <summary>The commonest cause that the words of the connection do not tell.</summary>
    private static string TlsHint(EngineSettings engine) => engine.Tls is null
        ? "It was asked without TLS; where it wants TLS, give an API key or set tls in temporal-dev.yaml.\n"
        : "It was asked by TLS, which an API key (TEMPORAL_API_KEY) or tls in temporal-dev.yaml switches on; a server without TLS takes "
            + "neither.\n";

    private static ProductConfiguration At(ProductConfiguration configuration, string address) =>
        configuration with { Engine = configuration.Engine with { Address = address } };
}
