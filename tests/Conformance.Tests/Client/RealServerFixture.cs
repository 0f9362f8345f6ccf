using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.Client;

[CollectionDefinition(Name)]
public sealed class RealServerFixture : ServerFixture, ICollectionFixture<RealServerFixture>
{
    public const string Name = "client on the real server";

    protected override async Task<(IAsyncDisposable Server, string TargetHost)?> StartAsync()
    {
        if (!RealServer.IsAvailable)
        {
            return null;
        }

        var server = await RealServer.StartAsync("--search-attribute", "Subject=Keyword");
        return (server, server.TargetHost);
    }
}
