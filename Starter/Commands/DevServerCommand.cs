using System.CommandLine;
using TemporalVideo.Starter.Engine;

namespace TemporalVideo.Starter.Commands;

/// <summary>
/// <c>starter dev-server</c>: the embedded server alone, until Ctrl-C; or, as the other commands start it, until nobody needs it.
/// </summary>
internal static class DevServerCommand
{
    private static readonly Option<bool> UntilIdle = new("--until-idle") { Hidden = true };

    public static Command Build() => new Command(
        "dev-server",
        "Run the embedded Temporal server alone, until Ctrl-C; temporal-dev.yaml says on which ports and where its data lies. "
            + "The other commands start it by themselves.")
    {
        UntilIdle,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = CommonOptions.Configuration(parsed);
        var embedded = configuration.Engine.Embedded;
        var untilIdle = parsed.GetValue(UntilIdle);
        using var loggers = untilIdle ? WorkerHost.FileLoggers() : WorkerHost.Loggers(parsed.GetValue(CommonOptions.Verbose));
        await using var server = await EmbeddedServer.StartAsync(configuration.Engine, loggers);
        var space = configuration.Engine.Namespace;
        var ui = server.WebUiHost is { } host ? $", Web UI on {host}" : "";
        await SayAsync(
            untilIdle,
            $"Temporal development server on {server.TargetHost}, namespace {space}, data in {embedded.DataFile}{ui}");
        if (untilIdle)
        {
            await server.UntilIdleAsync(TimeSpan.FromSeconds(embedded.IdleSeconds), cancellationToken);
            await SayAsync(dated: true, $"Nobody has been connected for {embedded.IdleSeconds} s: the server on {server.TargetHost} ends");
        }
        else
        {
            await Shutdown.RequestedAsync(cancellationToken);
        }

        return ExitCodes.Ok;
    }

    private static Task SayAsync(bool dated, string line) =>
        Console.Out.WriteLineAsync(dated ? $"{DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}Z {line}" : line);
}
