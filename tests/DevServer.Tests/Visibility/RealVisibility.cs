using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Visibility;

/// <summary>The real server with the same custom search attributes, started when a test first asks; without it the test is
/// skipped.</summary>
public sealed class RealVisibility : IAsyncLifetime
{
    private RealServer? _server;
    private RawClient? _client;

    internal async Task<RawClient> ClientAsync()
    {
        _server ??= await RealServer.StartAsync(
            [.. EmbeddedFixture.Attributes.SelectMany(attribute => new[] { "--search-attribute", $"{attribute.Key}={attribute.Value}" })]);
        return _client ??= new RawClient(_server.TargetHost);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
