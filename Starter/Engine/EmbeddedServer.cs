using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Starter.Engine;

/// <summary>Starts the embedded server as configured.</summary>
internal static class EmbeddedServer
{
    public static async Task<DevServer.DevServer> StartAsync(EngineSettings engine, ILoggerFactory loggers)
    {
        var embedded = engine.Embedded;
        Directory.CreateDirectory(Path.GetDirectoryName(embedded.DataFile)!);
        try
        {
            return await DevServer.DevServer.StartAsync(new DevServerOptions
            {
                Ip = embedded.Ip,
                Port = embedded.Port,
                HttpPort = embedded.HttpPort > 0 ? embedded.HttpPort : null,
                DataFile = embedded.DataFile,
                Namespaces = [engine.Namespace],
                SearchAttributes = engine.SearchAttributes,
                LoggerFactory = loggers,
            });
        }
        catch (IOException exception)
        {
            throw new StarterException(
                ExitCodes.Unreachable,
                $"The embedded server cannot start: {exception.Message}\nIts ports and its data file are in {ProductRoot.Marker} under 'embedded'.");
        }
    }
}
