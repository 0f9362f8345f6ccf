using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Tests.Clients;

/// <summary>An embedded server on free ports, with one custom search attribute of each type.</summary>
public sealed class EmbeddedFixture : IAsyncLifetime
{
    public static readonly IReadOnlyDictionary<string, IndexedValueType> Attributes = new Dictionary<string, IndexedValueType>
    {
        ["Kw"] = IndexedValueType.Keyword,
        ["Num"] = IndexedValueType.Int,
        ["Dbl"] = IndexedValueType.Double,
        ["Flag"] = IndexedValueType.Bool,
        ["At"] = IndexedValueType.Datetime,
        ["Tags"] = IndexedValueType.KeywordList,
        ["Txt"] = IndexedValueType.Text,
    };

    internal DevServer Server { get; private set; } = null!;

    internal RawClient Client { get; private set; } = null!;

    internal HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await DevServer.StartAsync(new DevServerOptions { Port = 0, HttpPort = 0, SearchAttributes = Attributes });
        Client = new RawClient(Server.TargetHost);
        Http = new HttpClient { BaseAddress = new Uri($"http://{Server.HttpHost}") };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        Http.Dispose();
        await Server.DisposeAsync();
    }
}
