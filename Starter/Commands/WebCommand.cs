using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Temporal;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Web;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter web</c>: server (unless there is one), worker and page in one process.</summary>
internal static class WebCommand
{
    private const int UsualPort = 8080;

    private static readonly Option<string> Ip = new("--ip")
    {
        Description = "Address to listen at; any but loopback demands keys ('starter key create').",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private static readonly Option<int?> Port = new("--port") { Description = "Port; default 8080, or a free one when that is taken." };

    private static readonly Option<string[]> AllowOrigin = new("--allow-origin")
    {
        Description = "Origin of another site whose pages may call the API, such as https://school.example.",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<bool> NoWorker = new("--no-worker") { Description = "Only the page; workers run elsewhere." };

    public static Command Build() => new Command("web", "Serve the page and the HTTP API, with a worker, until Ctrl-C.")
    {
        Ip, Port, AllowOrigin, NoWorker,
    }.Does(RunAsync);

    /// <summary>Where keys are kept: beside the data of the embedded server, whichever server is used.</summary>
    public static string FolderOf(ProductConfiguration configuration) =>
        Path.GetDirectoryName(Path.GetFullPath(configuration.Engine.Embedded.DataFile, configuration.Root))!;

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = CommonOptions.Configuration(parsed);
        var options = OptionsOf(parsed, configuration);
        await using var engine = await EngineConnection.OpenAsync(configuration);
        await SearchAttributeSetup.EnsureAsync(engine.Client, engine.Configuration.Engine);
        await using var worker = parsed.GetValue(NoWorker)
            ? null : await WorkerHere.StartAsync(engine, parsed.GetValue(CommonOptions.Verbose), cancellationToken);
        await using var web = await ServeAsync(
            engine, options with { RunAddress = engine.WebUi is { } ui ? ui.Run : null }, portIsWish: parsed.GetValue(Port) is null);
        await Console.Out.WriteLineAsync($"The page: {web.Urls.First()}\nCtrl-C ends it; sessions go on when a worker runs again.");
        if (options.IsLoopback && ApiKeys.In(options.Folder).All.Count == 0)
        {
            await Console.Out.WriteLineAsync("It is for this machine alone and needs no key.");
        }

        await Shutdown.RequestedAsync(cancellationToken);
        await web.StopAsync(CancellationToken.None);
        return ExitCodes.Ok;
    }

    private static WebOptions OptionsOf(ParseResult parsed, ProductConfiguration configuration)
    {
        var ip = parsed.GetRequiredValue(Ip);
        if (!IPAddress.TryParse(ip, out _))
        {
            throw new StarterException(ExitCodes.Usage, $"--ip {ip}: expected an address, such as 127.0.0.1 or 0.0.0.0.");
        }

        var options = new WebOptions
        {
            Ip = ip,
            Port = parsed.GetValue(Port) ?? UsualPort,
            LocalUser = VideoOrder.DefaultUser,
            Folder = FolderOf(configuration),
            AllowedOrigins = parsed.GetRequiredValue(AllowOrigin),
        };
        return options.IsLoopback || ApiKeys.In(options.Folder).All.Count > 0 ? options : throw new StarterException(
            ExitCodes.Usage, $"--ip {ip}: others can reach that, and there is no key yet. Make one: starter key create --user NAME");
    }

    private static async Task<WebApplication> ServeAsync(EngineConnection engine, WebOptions options, bool portIsWish)
    {
        static void Log(WebApplicationBuilder builder) => builder.Logging.SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true);
        try
        {
            return await WebServer.StartAsync(engine.Client, engine.Configuration, options, Log);
        }
        catch (IOException) when (portIsWish)
        {
            return await WebServer.StartAsync(engine.Client, engine.Configuration, options with { Port = 0 }, Log);
        }
    }
}
