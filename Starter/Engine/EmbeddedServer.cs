using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Starter.Engine;

/// <summary>Runs the embedded server as configured, in this process.</summary>
internal static class EmbeddedServer
{
    /// <summary>Port of the Web UI where nobody asked for another and it is free.</summary>
    public const int UsualUiPort = 8233;

    private const int UsualPort = 7233;
    private const int MostCollisions = 3;

    /// <summary>Starts the server.</summary>
    /// <param name="engine">Where it listens and what it keeps.</param>
    /// <param name="loggers">Where it logs.</param>
    /// <exception cref="StarterException">It cannot start; the message says what to do.</exception>
    public static async Task<DevServer.DevServer> StartAsync(EngineSettings engine, ILoggerFactory loggers)
    {
        var embedded = engine.Embedded;
        var chosen = embedded.Port is null || embedded.WebUiPort is null;
        try
        {
            for (var again = MostCollisions; ; again--)
            {
                try
                {
                    return await DevServer.DevServer.StartAsync(Options(engine, loggers));
                }
                catch (IOException taken) when (again > 0 && chosen && taken.InnerException is AddressInUseException)
                {
                    // Another program took a port between the choice and the start: the next choice finds it taken.
                }
            }
        }
        catch (Exception exception) when (exception is DataFileInUseException or DataFileVersionException)
        {
            throw new StarterException(ExitCodes.Unreachable, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StarterException(
                ExitCodes.Unreachable,
                $"The embedded server cannot start: {exception.Message}{await WhoAsync(embedded)}\n"
                + $"Its ports and its data file are in {ProductRoot.Marker} under 'embedded'; 'auto' takes a free port.");
        }
    }

    private static DevServerOptions Options(EngineSettings engine, ILoggerFactory loggers)
    {
        var embedded = engine.Embedded;

        // A server that was killed is followed by one at the same place, where its clients look for it.
        var killed = ServerRecord.Read(embedded.DataFile);
        return new DevServerOptions
        {
            Ip = embedded.Ip,
            Port = PortChoice.Choose(embedded.Ip, embedded.Port, PortChoice.Of(killed?.Address), UsualPort),
            HttpPort = embedded.HttpPort > 0 ? embedded.HttpPort : null,
            WebUiPort = embedded.WebUiPort == 0
                ? null
                : PortChoice.Choose(embedded.Ip, embedded.WebUiPort, PortChoice.Of(killed?.WebUi), UsualUiPort),
            WebUiFolder = embedded.WebUiFolder,
            DataFile = embedded.DataFile,
            Namespaces = [engine.Namespace],
            SearchAttributes = engine.SearchAttributes,
            LoggerFactory = loggers,
        };
    }

    /// <summary>Says who has the port that was asked for, where that can be told.</summary>
    private static async Task<string> WhoAsync(EmbeddedServerSettings embedded) =>
        embedded.Port is > 0 and { } port && await ServerIdentity.AskAsync($"{embedded.Ip}:{port}") is not null
            ? $"\nThe Temporal server at {embedded.Ip}:{port} has another data file than {embedded.DataFile}."
            : "";
}
