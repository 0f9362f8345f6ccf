using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>The embedded server, and the real one if it is found.</summary>
public sealed class BothServers : IAsyncLifetime
{
    private readonly SemaphoreSlim _starting = new(1);
    private RealServer? _real;
    private DevServer _embedded = null!;
    private RawClient _embeddedClient = null!;
    private RawClient? _realClient;

    public string EmbeddedHost => _embedded.TargetHost;

    public async Task InitializeAsync()
    {
        _embedded = await DevServer.StartAsync(new DevServerOptions { Port = 0, SearchAttributes = EmbeddedFixture.Attributes });
        _embeddedClient = new RawClient(_embedded.TargetHost);
    }

    public async Task DisposeAsync()
    {
        _embeddedClient.Dispose();
        _realClient?.Dispose();
        await _embedded.DisposeAsync();
        if (_real is not null)
        {
            await _real.DisposeAsync();
        }
    }

    /// <summary>A fresh workflow id and task queue on the server asked for.</summary>
    internal async Task<TestWorkflow> NewAsync(ServerKind kind) => new(await ClientAsync(kind));

    private async Task<RawClient> ClientAsync(ServerKind kind)
    {
        if (kind == ServerKind.Embedded)
        {
            return _embeddedClient;
        }

        await _starting.WaitAsync();
        try
        {
            if (_realClient is null)
            {
                _real = await RealServer.StartAsync("--search-attribute", "Kw=Keyword", "--search-attribute", "Num=Int");
                _realClient = new RawClient(_real.TargetHost);
            }

            return _realClient;
        }
        finally
        {
            _starting.Release();
        }
    }
}
