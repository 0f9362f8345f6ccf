using System.CommandLine;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter dev-server</c>: the embedded server alone, until Ctrl-C.</summary>
internal static class DevServerCommand
{
    public static Command Build() => new Command("dev-server", "Run the embedded Temporal server alone, until Ctrl-C; temporal-dev.yaml says on which ports and where its data lies.").Does(async (parsed, cancellationToken) =>
    {
        var configuration = CommonOptions.Configuration(parsed);
        using var loggers = WorkerHost.Loggers(parsed.GetValue(CommonOptions.Verbose));
        await using var server = await EmbeddedServer.StartAsync(configuration.Engine, loggers);
        await Console.Out.WriteLineAsync($"Temporal development server on {server.TargetHost}, namespace {configuration.Engine.Namespace}, data in {configuration.Engine.Embedded.DataFile}");
        await Shutdown.RequestedAsync(cancellationToken);
        return ExitCodes.Ok;
    });
}
