using Temporalio.Client;
using Temporalio.Common.EnvConfig;
using Temporalio.Runtime;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Encryption;
using TemporalVideo.Hosting.Telemetry;

namespace TemporalVideo.Hosting.Temporal;

/// <summary>Connects to the Temporal server that the configuration names.</summary>
public static class TemporalClients
{
    /// <summary>Connects.</summary>
    /// <param name="engine">Namespace, TLS, API key, encryption and telemetry. Workers take over the client's encryption and
    /// tracing.</param>
    /// <param name="address"><c>host:port</c>.</param>
    /// <param name="level">From which level on the SDK logs, to standard error.</param>
    public static async Task<ITemporalClient> ConnectAsync(
        EngineSettings engine, string address, TelemetryFilterOptions.Level level = TelemetryFilterOptions.Level.Error)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var options = new TemporalClientConnectOptions(address)
        {
            Namespace = engine.Namespace,
            ApiKey = engine.ApiKey?.Reveal(),
            Tls = engine.Tls is null ? null : await TlsAsync(engine.Tls),
            RpcMetadata = [.. engine.Metadata],
            DataConverter = PayloadEncryption.Converter(engine.Encryption),
            Interceptors = [new TracingInterceptor()],
            Runtime = SdkRuntime.For(engine.Telemetry, level),
        };
        return await TemporalClient.ConnectAsync(options);
    }

    private static async Task<TlsOptions> TlsAsync(TlsSettings tls) => new()
    {
        Domain = tls.ServerName.Length > 0 ? tls.ServerName : null,
        ServerRootCACert = await ReadAsync(tls.ServerCa),
        ClientCert = await ReadAsync(tls.ClientCert),
        ClientPrivateKey = await ReadAsync(tls.ClientKey),
    };

    private static async Task<byte[]?> ReadAsync(DataSource? pem) => pem?.Path is { } file ? await File.ReadAllBytesAsync(file)
        : pem?.GetBytes();
}
