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
        protected override Task<(IAsyncDisposable Server, string TargetHost)> StartAsync() => VideoServers.StartRealAsync();
    }

    /// <summary>The server of this repository.</summary>
    public sealed class Embedded : TypeScriptServer
    {
        protected override Task<(IAsyncDisposable Server, string TargetHost)> StartAsync() => VideoServers.StartEmbeddedAsync();
    }
}
