using Temporalio.Client;

namespace TemporalVideo.Conformance.Tests.Sdk;

/// <summary>A server for all tests of workers and clients, started when the first test asks for it.</summary>
public abstract class WorkerServerFixture : IAsyncLifetime
{
    private readonly Lazy<Task<(IAsyncDisposable Server, TemporalClient Client)>> _started;

    protected WorkerServerFixture() => _started = new(ConnectAsync);

    public async Task<TemporalClient> ClientAsync() => (await _started.Value).Client;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_started.IsValueCreated && _started.Value.IsCompletedSuccessfully)
        {
            await (await _started.Value).Server.DisposeAsync();
        }
    }

    /// <summary>Starts a server that knows the search attributes VideoStage (Keyword) and VideoCount (Int).</summary>
    protected abstract Task<(IAsyncDisposable Server, string TargetHost)> StartAsync();

    private async Task<(IAsyncDisposable Server, TemporalClient Client)> ConnectAsync()
    {
        var (server, targetHost) = await StartAsync();
        return (server, await TemporalClient.ConnectAsync(new(targetHost)));
    }
}
