using Temporalio.Client;

namespace TemporalVideo.Conformance.Tests.Client;

/// <summary>One server and a client of it for all tests of a collection.</summary>
public abstract class ServerFixture : IAsyncLifetime
{
    private IAsyncDisposable? _server;
    private TemporalClient? _client;

    /// <summary>The client; without a server the test is skipped.</summary>
    public TemporalClient Client
    {
        get
        {
            Skip.If(_client == null, "No real Temporal server: temporal is neither on PATH nor named by TEMPORAL_CLI.");
            return _client!;
        }
    }

    public async Task InitializeAsync()
    {
        if (await StartAsync() is var (server, targetHost))
        {
            _server = server;
            _client = await TemporalClient.ConnectAsync(new(targetHost));
        }
    }

    public async Task DisposeAsync()
    {
        (_client?.Connection as IDisposable)?.Dispose();
        if (_server != null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>Starts the server, with the search attribute Subject of type Keyword; null if it is not there.</summary>
    protected abstract Task<(IAsyncDisposable Server, string TargetHost)?> StartAsync();
}
