using Temporalio.Api.Enums.V1;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Worker;

/// <summary>Both servers in one collection: test classes share static counters, so nothing runs side by side.</summary>
[CollectionDefinition(Name)]
public sealed class WorkerServers : ICollectionFixture<WorkerServers.Real>, ICollectionFixture<WorkerServers.Embedded>
{
    public const string Name = "Workers on both servers";

    /// <summary>The real server.</summary>
    public sealed class Real : WorkerServerFixture
    {
        protected override async Task<(IAsyncDisposable Server, string TargetHost)> StartAsync()
        {
            var server = await RealServer.StartAsync("--search-attribute", "VideoStage=Keyword", "--search-attribute", "VideoCount=Int");
            return (server, server.TargetHost);
        }
    }

    /// <summary>The server of this repository.</summary>
    public sealed class Embedded : WorkerServerFixture
    {
        protected override async Task<(IAsyncDisposable Server, string TargetHost)> StartAsync()
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
}
