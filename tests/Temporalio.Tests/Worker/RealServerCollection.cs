using Temporalio.Client;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Worker;

/// <summary>One real server for all tests of workers.</summary>
[CollectionDefinition(Name)]
public sealed class RealServerCollection : ICollectionFixture<RealServerFixture>
{
    public const string Name = "Real server";
}

/// <summary>Starts the real server when the first test asks for it.</summary>
public sealed class RealServerFixture : IAsyncLifetime
{
    private readonly Lazy<Task<(RealServer Server, TemporalClient Client)>> _started = new(StartAsync);

    public async Task<TemporalClient> ClientAsync() => (await _started.Value).Client;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_started.IsValueCreated && _started.Value.IsCompletedSuccessfully)
        {
            await (await _started.Value).Server.DisposeAsync();
        }
    }

    private static async Task<(RealServer Server, TemporalClient Client)> StartAsync()
    {
        var server = await RealServer.StartAsync("--search-attribute", "VideoStage=Keyword", "--search-attribute", "VideoCount=Int");
        return (server, await TemporalClient.ConnectAsync(new(server.TargetHost)));
    }
}
