using TemporalVideo.Tests.Support;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>A server for one test.</summary>
internal sealed class EngineUnderTest(RealServer? real) : IAsyncDisposable
{
    /// <summary>What the starter must be told to use it.</summary>
    public string[] Arguments => real is null ? [] : ["--address", real.TargetHost];

    public static async Task<EngineUnderTest> StartAsync(Engine engine) =>
        new(engine == Engine.Real ? await RealServer.StartAsync() : null);

    public ValueTask DisposeAsync() => real?.DisposeAsync() ?? ValueTask.CompletedTask;
}
