using System.CommandLine;
using TemporalVideo.DevServer;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Encryption;
using TemporalVideo.Starter.Codec;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter codec-server</c>: lets the Web UI and the official CLI read encrypted payloads, until Ctrl-C.</summary>
internal static class CodecServerCommand
{
    private const int DefaultPort = 8081;

    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port on loopback.",
        DefaultValueFactory = _ => DefaultPort,
    };

    private static readonly Option<string[]> Origins = new("--origin")
    {
        Description = "Address of a Web UI whose pages may read payloads, several times for several. Default: the embedded server's.",
    };

    public static Command Build() =>
        new Command("codec-server", "Decrypt payloads for the Web UI and the official CLI on this machine, until Ctrl-C.") { Port, Origins }
            .Does(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var engine = CommonOptions.Configuration(parsed).Engine;
        var settings = engine.Encryption
            ?? throw new StarterException(
                ExitCodes.Usage,
                    $"Payloads are not encrypted, so there is nothing to decrypt: {ProductRoot.Marker} has encryption.enabled: false.");
        var port = parsed.GetValue(Port);
        var origins = parsed.GetValue(Origins) is { Length: > 0 } named ? named : WebUiOf(engine);
        await using var server = CodecServer.Build(new EncryptionCodec(settings), port, origins);
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException fault)
        {
            throw new StarterException(ExitCodes.Failed, $"Port {port} cannot be had ({fault.Message}); choose another with --port.");
        }

        await Console.Out.WriteLineAsync(
            $"Codec on {server.Urls.First()}: name it in the Web UI's data encoder settings, or give it to the CLI with --codec-endpoint.");
        await Shutdown.RequestedAsync(cancellationToken);
        await server.StopAsync(CancellationToken.None);
        return ExitCodes.Ok;
    }

    /// <summary>The embedded server's Web UI: at its usual port, and where it is now when that was taken.</summary>
    private static string[] WebUiOf(EngineSettings engine)
    {
        var embedded = engine.Embedded;
        int?[] ports = [embedded.WebUiPort is > 0 and var asked ? asked : EmbeddedServer.UsualUiPort,
            PortChoice.Of(ServerRecord.Read(embedded.DataFile)?.WebUi)];
        return [.. ports.OfType<int>().Where(port => port > 0).Distinct()
            .SelectMany(port => (string[])[$"http://localhost:{port}", $"http://127.0.0.1:{port}"])];
    }
}
