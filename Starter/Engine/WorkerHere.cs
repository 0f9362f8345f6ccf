using Microsoft.Extensions.Hosting;
using TemporalVideo.Hosting.Temporal;

namespace TemporalVideo.Starter.Engine;

/// <summary>A worker of this process, from its start to its end.</summary>
internal sealed class WorkerHere : IAsyncDisposable
{
    private readonly IHost _host;

    private WorkerHere(IHost host) => _host = host;

    /// <summary>Starts it.</summary>
    /// <param name="engine">The server that it works for.</param>
    /// <param name="verbose">Whether it logs what it does.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WorkerHere> StartAsync(EngineConnection engine, bool verbose, CancellationToken cancellationToken)
    {
        await SearchAttributeSetup.EnsureAsync(engine.Client, engine.Configuration.Engine);
        var host = WorkerHost.WithWorkers(engine.Client, engine.Configuration, verbose);
        await host.StartAsync(cancellationToken);
        return new WorkerHere(host);
    }

    /// <summary>Lets it end what it is doing.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
