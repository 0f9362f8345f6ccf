using System.CommandLine;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter ui</c>: keeps the embedded server and its Web UI there until Ctrl-C.</summary>
internal static class UiCommand
{
    public static Command Build() => new Command("ui", "Serve the Temporal Web UI of the embedded server until Ctrl-C.").Does(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = CommonOptions.Configuration(parsed);
        var engine = configuration.Engine;
        if (!engine.UsesEmbeddedServer)
        {
            throw new StarterException(
                ExitCodes.Usage, $"The Web UI here is that of the embedded server; {engine.Address} has its own, where that server runs.");
        }

        if (engine.Embedded.WebUiPort == 0)
        {
            throw new StarterException(ExitCodes.Usage, $"The Web UI is switched off: {ProductRoot.Marker}, embedded, ui_port: 0.");
        }

        if (!WebUiAddress.IsBuilt(engine))
        {
            throw new StarterException(ExitCodes.Failed, $"There is no Web UI in {engine.Embedded.WebUiFolder}: ./run ui builds it.");
        }

        await using var connection = await EngineConnection.OpenAsync(configuration);
        var ui = connection.WebUi ?? throw new StarterException(
            ExitCodes.Failed, $"The server at {connection.Place} was started without the Web UI: end it, and give the command again.");
        await Console.Out.WriteLineAsync($"Temporal Web UI: {ui.Runs}\nCtrl-C ends this; the server goes on while others need it.");
        await Shutdown.RequestedAsync(cancellationToken);
        return ExitCodes.Ok;
    }
}
