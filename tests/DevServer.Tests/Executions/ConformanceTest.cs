namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>Runs each of its tests against the embedded and against the real server.</summary>
[Collection(nameof(ConformanceCollection))]
public abstract class ConformanceTest(BothServers servers)
{
    public static TheoryData<ServerKind> Servers { get; } = [ServerKind.Embedded, ServerKind.Real];

    public static TheoryData<ServerKind> EmbeddedOnly { get; } = [ServerKind.Embedded];

    /// <summary>Where the embedded server listens.</summary>
    protected string Embedded => servers.EmbeddedHost;

    internal Task<TestWorkflow> NewAsync(ServerKind kind) => servers.NewAsync(kind);
}
