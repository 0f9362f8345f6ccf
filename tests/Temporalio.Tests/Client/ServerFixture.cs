using Temporalio.Client;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Client;

/// <summary>One real server for all tests that need one; tests are skipped when it is not there.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private RealServer? _server;
    private TemporalClient? _client;

    public string TargetHost => Require(_server).TargetHost;

    public TemporalClient Client => Require(_client);

    public async Task InitializeAsync()
    {
        if (RealServer.IsAvailable)
        {
            _server = await RealServer.StartAsync("--search-attribute", "Subject=Keyword");
            _client = await TemporalClient.ConnectAsync(new(_server.TargetHost));
        }
    }

    public async Task DisposeAsync()
    {
        if (_server != null)
        {
            await _server.DisposeAsync();
        }
    }

    private static T Require<T>(T? part)
        where T : class
    {
        Skip.If(part == null, "The real Temporal server is not in ../shared/tools.");
        return part!;
    }
}
