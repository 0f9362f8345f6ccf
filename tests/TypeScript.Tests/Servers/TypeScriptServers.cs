using Temporalio.Api.Enums.V1;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.TypeScript.Tests.Servers;

/// <summary>Both servers, for all tests of this room.</summary>
[CollectionDefinition(Name)]
public sealed class TypeScriptServers : ICollectionFixture<TypeScriptServers.Real>, ICollectionFixture<TypeScriptServers.Embedded>
{
    public const string Name = "TypeScript on both servers";

    /// <summary>The real server.</summary>
    public sealed class Real : TypeScriptServer
    {
        protected override async Task<(IAsyncDisposable Server, string TargetHost)> StartAsync()
        {
            var server = await RealServer.StartAsync("--search-attribute", "VideoStage=Keyword", "--search-attribute", "VideoCount=Int");
            return (server, server.TargetHost);
        }
    }

    /// <summary>The server of this repository.</summary>
    public sealed class Embedded : TypeScriptServer
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
