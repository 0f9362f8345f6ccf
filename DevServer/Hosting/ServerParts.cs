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
    private ServerParts(DevServerOptions options, ILoggerFactory loggers)
    {
        Loggers = loggers;
        Database = Database.Open(options.DataFile);
        Clock = new ServerClock(options.TimeSkipping, logger: loggers.CreateLogger<ServerClock>());
        Cluster = new ClusterIdentity(Database);
        Namespaces = new NamespaceRegistry(Database);
        SearchAttributes = new SearchAttributeRegistry(Database);
        Visibility = new VisibilityStore(Database);
        Executions = new ExecutionEngine(Database, Clock, Namespaces, SearchAttributes, Visibility, loggers.CreateLogger<ExecutionEngine>());
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
        var parts = new ServerParts(options, loggers);
        foreach (var name in options.Namespaces)
        {
            if (parts.Namespaces.Find(name) is null)
            {
                await parts.Namespaces.AddAsync(
                    new NamespaceRecord { Name = name, Id = Guid.NewGuid().ToString(), Retention = TimeSpan.FromDays(1) }).ConfigureAwait(false);
            }

            await parts.SearchAttributes.AddAsync(name, options.SearchAttributes).ConfigureAwait(false);
        }

        parts.Executions.Resume();
        return parts;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Executions.Dispose();
        Clock.Dispose();
        Database.Dispose();
        return ValueTask.CompletedTask;
    }
}
