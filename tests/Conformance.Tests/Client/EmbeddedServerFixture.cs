using Temporalio.Api.Enums.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.Client;

[CollectionDefinition(Name)]
public sealed class EmbeddedServerFixture : ServerFixture, ICollectionFixture<EmbeddedServerFixture>
{
    public const string Name = "client on the embedded server";

    protected override async Task<(IAsyncDisposable Server, string TargetHost)?> StartAsync()
    {
        var server = await EmbeddedServer.StartAsync(
            options =>
                options with { SearchAttributes = new Dictionary<string, IndexedValueType> { ["Subject"] = IndexedValueType.Keyword } });
        return (server, server.TargetHost);
    }
}
