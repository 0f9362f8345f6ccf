using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.Sdk;

/// <summary>Both servers in one collection: test classes share static counters, so nothing runs side by side.</summary>
[CollectionDefinition(Name)]
public sealed class WorkerServers : ICollectionFixture<WorkerServers.Real>, ICollectionFixture<WorkerServers.Embedded>
{
    public const string Name = "Workers on both servers";

    /// <summary>The real server.</summary>
    public sealed class Real : WorkerServerFixture
    {
        protected override Task<(IAsyncDisposable Server, string TargetHost)> StartAsync() => VideoServers.StartRealAsync();
    }

    /// <summary>The server of this repository.</summary>
    public sealed class Embedded : WorkerServerFixture
    {
        protected override Task<(IAsyncDisposable Server, string TargetHost)> StartAsync() => VideoServers.StartEmbeddedAsync();
    }
}
