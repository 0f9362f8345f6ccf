using Temporalio.Api.Enums.V1;

namespace TemporalVideo.Tests.Support;

/// <summary>Servers that know the search attributes <c>VideoStage</c> (Keyword) and <c>VideoCount</c> (Int).</summary>
public static class VideoServers
{
    /// <summary>The real server.</summary>
    /// <exception cref="Xunit.SkipException">It was not found: the test is reported as skipped.</exception>
    public static async Task<(IAsyncDisposable Server, string TargetHost)> StartRealAsync()
    {
        var server = await RealServer.StartAsync("--search-attribute", "VideoStage=Keyword", "--search-attribute", "VideoCount=Int");
        return (server, server.TargetHost);
    }

    /// <summary>The server of this repository.</summary>
    public static async Task<(IAsyncDisposable Server, string TargetHost)> StartEmbeddedAsync()
    {
        var server = await EmbeddedServer.StartAsync(options => options with
        {
            SearchAttributes = new Dictionary<string, IndexedValueType>
            {
                ["VideoStage"] = IndexedValueType.Keyword,
                ["VideoCount"] = IndexedValueType.Int,
            },
        });
        return (server, server.TargetHost);
    }
}
