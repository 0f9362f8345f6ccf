using System.Diagnostics;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.DevServer;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Temporal;

namespace TemporalVideo.Starter.Engine;

/// <summary>
/// Finds the server of this product's data file, and starts it when there is none. The lock on the data file tells whether it lives, its
/// record where; whoever answers there has to be the one that the record names. Of several that are started at once, the lock lets one
/// serve.
/// </summary>
internal static class ServerSearch
{
    private const int Attempts = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Connects to the server.</summary>
    /// <param name="configuration">Whose server.</param>
    /// <exception cref="StarterException">There is none, and none can be started; the message says why.</exception>
    public static async Task<(ITemporalClient Client, ServerRecord Record)> ConnectAsync(ProductConfiguration configuration)
    {
        var dataFile = configuration.Engine.Embedded.DataFile;
        var launches = new Stack<ServerLaunch>();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(dataFile)!);
            for (var waited = Stopwatch.StartNew(); waited.Elapsed < Limit; await Task.Delay(Pause))
            {
                if (!DataFileLock.IsHeld(dataFile))
                {
                    Launch(launches, configuration);
                }
                else if (ServerRecord.Read(dataFile) is { } record && await TryAsync(configuration.Engine, record) is { } client)
                {
                    return (client, record);
                }
            }

            var place = ServerRecord.Read(dataFile)?.Address ?? "it has not said where it listens";
            throw new StarterException(
                ExitCodes.Unreachable, $"The server of {dataFile} does not answer ({place}). Its log: {ServerLaunch.LogOf(dataFile)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StarterException(
                ExitCodes.Unreachable, $"The embedded server cannot keep its data in {dataFile}: {exception.Message}");
        }
        finally
        {
            foreach (var launch in launches)
            {
                launch.Dispose();
            }
        }
    }

    /// <summary>Starts a server, unless the one that was started is still on its way.</summary>
    private static void Launch(Stack<ServerLaunch> launches, ProductConfiguration configuration)
    {
        if (launches.TryPeek(out var last) && !last.HasEnded)
        {
            return;
        }

        if (launches.Count(launch => launch.HasFailed) == Attempts)
        {
            throw new StarterException(
                ExitCodes.Unreachable,
                last!.Said is { Length: > 0 } said ? said : $"The embedded server ended at once. Its log: {last.Log}");
        }

        launches.Push(ServerLaunch.Start(configuration));
    }

    private static async Task<ITemporalClient?> TryAsync(EngineSettings engine, ServerRecord record)
    {
        try
        {
            var client = await TemporalClients.ConnectAsync(engine, record.Address);
            var cluster = await ServerIdentity.AskAsync(client, CancellationToken.None);
            if (cluster != record.ClusterId)
            {
                throw new StarterException(
                    ExitCodes.Unreachable,
                    $"At {record.Address} answers the server of another data file, not that of {engine.Embedded.DataFile}, "
                    + $"which process {record.ProcessId} holds, perhaps on another machine or in another container: "
                    + "end that process, or name another data file.");
            }

            // A server that ends because nobody has used it takes its record away first: then this connection came too late.
            return ServerRecord.Read(engine.Embedded.DataFile) == record ? client : null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or RpcException)
        {
            return null;
        }
    }
}
