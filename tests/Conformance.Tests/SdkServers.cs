using Temporalio.Client;
using Temporalio.Worker;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests;

/// <summary>The embedded and the real server, each started when a test first asks for it, for workers and clients of the official
/// SDK.</summary>
[CollectionDefinition(nameof(SdkServers))]
public sealed class SdkServers : IAsyncLifetime, ICollectionFixture<SdkServers>
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<ServerKind, (IAsyncDisposable Server, string TargetHost)> _servers = [];

    /// <summary>Every theory runs on both.</summary>
    public static TheoryData<ServerKind> Kinds => new(Enum.GetValues<ServerKind>());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var (server, _) in _servers.Values)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>A client of a server; without the real one's program the test is skipped.</summary>
    /// <param name="kind">The server.</param>
    /// <param name="configure">Changes the client's options.</param>
    public async Task<TemporalClient> ClientAsync(ServerKind kind, Action<TemporalClientConnectOptions>? configure = null)
    {
        await _gate.WaitAsync();
        try
        {
            if (!_servers.TryGetValue(kind, out var started))
            {
                _servers[kind] = started = await StartAsync(kind);
            }

            var options = new TemporalClientConnectOptions(started.TargetHost);
            configure?.Invoke(options);
            return await TemporalClient.ConnectAsync(options);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs a worker on a task queue of its own while something is done, for a minute at most.</summary>
    /// <param name="client">Where the worker is connected.</param>
    /// <param name="configure">What it works on.</param>
    /// <param name="act">What is done with the task queue.</param>
    public static async Task WithWorkerAsync(TemporalClient client, Action<TemporalWorkerOptions> configure, Func<string, Task> act)
    {
        var options = new TemporalWorkerOptions($"queue-{Guid.NewGuid():N}");
        configure(options);
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(() => act(options.TaskQueue!).WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private static async Task<(IAsyncDisposable Server, string TargetHost)> StartAsync(ServerKind kind)
    {
        if (kind == ServerKind.Embedded)
        {
            var embedded = await EmbeddedServer.StartAsync();
            return (embedded, embedded.TargetHost);
        }

        var real = await RealServer.StartAsync();
        return (real, real.TargetHost);
    }
}
