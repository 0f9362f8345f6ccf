using Grpc.Health.V1;
using Xunit;

namespace TemporalVideo.Tests.Support;

/// <summary>The real Temporal development server, from the tools beside the repository, on a free port of the loopback interface.</summary>
public sealed class RealServer : IAsyncDisposable
{
    private const string WorkflowService = "temporal.api.workflowservice.v1.WorkflowService";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ToolProcess _process;

    private RealServer(ToolProcess process, string targetHost) => (_process, TargetHost) = (process, targetHost);

    /// <summary>Whether the server's program was found.</summary>
    public static bool IsAvailable => TestPaths.FindTool("temporal") != null;

    /// <summary><c>127.0.0.1:port</c>.</summary>
    public string TargetHost { get; }

    /// <summary>Starts a server and waits until it serves.</summary>
    /// <param name="arguments">More arguments for <c>temporal server start-dev</c>, such as <c>--search-attribute Name=Keyword</c>.</param>
    /// <exception cref="SkipException">The program was not found: the test is reported as skipped.</exception>
    public static async Task<RealServer> StartAsync(params string[] arguments)
    {
        var program = TestPaths.FindTool("temporal");
        Skip.If(program == null, "No Temporal server: the program temporal is neither on PATH nor named by TEMPORAL_CLI.");
        var port = FreePort.Next();
        using var channel = new RawChannel($"127.0.0.1:{port}");
        var process = await ToolProcess.StartAsync(
            program!,
            ["server", "start-dev", "--ip", "127.0.0.1", "--port", $"{port}", "--headless", "--log-level", "error", .. arguments],
            () => IsHealthyAsync(channel),
            StartLimit);
        return new RealServer(process, $"127.0.0.1:{port}");
    }

    /// <summary>Kills the server.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<bool> IsHealthyAsync(RawChannel channel)
    {
        try
        {
            var answer = await channel.UnaryAsync(
                "grpc.health.v1.Health", "Check", new HealthCheckRequest { Service = WorkflowService }, HealthCheckResponse.Parser,
                timeout: TimeSpan.FromSeconds(5));
            return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (CallFailedException)
        {
            return false;
        }
    }
}
