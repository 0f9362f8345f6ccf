using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Cluster;
using TemporalVideo.DevServer.Executions;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Storage;
using TemporalVideo.DevServer.Time;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Hosting;

/// <summary>What the handlers are made of.</summary>
internal sealed class ServerParts : IAsyncDisposable
{
    private readonly DataFileLock? _lock;

    private ServerParts(DevServerOptions options, ILoggerFactory loggers, Database database, DataFileLock? held)
    {
        _lock = held;
        Loggers = loggers;
        Database = database;
        Clock = new ServerClock(options.TimeSkipping, logger: loggers.CreateLogger<ServerClock>());
        Cluster = new ClusterIdentity(Database);
        Namespaces = new NamespaceRegistry(Database);
        SearchAttributes = new SearchAttributeRegistry(Database);
        Visibility = new VisibilityStore(Database);
        Executions = new ExecutionEngine(
            Database, Clock, Namespaces, SearchAttributes, Visibility, loggers.CreateLogger<ExecutionEngine>());
    }

    public ILoggerFactory Loggers { get; }

    public Database Database { get; }

    public ServerClock Clock { get; }

    public ClusterIdentity Cluster { get; }

    public NamespaceRegistry Namespaces { get; }

    public SearchAttributeRegistry SearchAttributes { get; }

    public VisibilityStore Visibility { get; }

    public ExecutionEngine Executions { get; }

    /// <summary>Opens the data file and makes what the options ask for exist.</summary>
    public static async Task<ServerParts> OpenAsync(DevServerOptions options, ILoggerFactory loggers)
    {
        var held = await TakeAsync(options.DataFile).ConfigureAwait(false);
        Database? database = null;
        try
        {
            database = Database.Open(options.DataFile);
            var parts = new ServerParts(options, loggers, database, held);
            await parts.AddNamespacesAsync(options).ConfigureAwait(false);
            parts.Executions.Resume();
            return parts;
        }
        catch
        {
            database?.Dispose();
            held?.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Executions.Dispose();
        Clock.Dispose();
        Database.Dispose();
        _lock?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AddNamespacesAsync(DevServerOptions options)
    {
        foreach (var name in options.Namespaces)
        {
            if (Namespaces.Find(name) is null)
            {
                var record = new NamespaceRecord { Name = name, Id = Guid.NewGuid().ToString(), Retention = TimeSpan.FromDays(1) };
                await Namespaces.AddAsync(record).ConfigureAwait(false);
            }

            await SearchAttributes.AddAsync(name, options.SearchAttributes).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the lock of a data file, and away what a killed server has left beside it.</summary>
    private static async Task<DataFileLock?> TakeAsync(string? dataFile)
    {
        if (dataFile is null)
        {
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(dataFile))!);
        var held = await DataFileLock.TakeAsync(dataFile).ConfigureAwait(false);
        ServerRecord.Delete(dataFile);
        return held;
    }
}
