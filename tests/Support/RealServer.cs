using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Health.V1;
using TemporalVideo.Grpc;
using Xunit;

namespace TemporalVideo.Tests.Support;

/// <summary>The real Temporal development server, from the tools beside the repository, on a free port of the loopback interface.</summary>
public sealed class RealServer : IAsyncDisposable
{
    private const string WorkflowService = "temporal.api.workflowservice.v1.WorkflowService";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private RealServer(string program, int port, IEnumerable<string> arguments)
    {
        TargetHost = $"127.0.0.1:{port}";
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "server", "start-dev", "--ip", "127.0.0.1", "--port", $"{port}", "--headless", "--log-level", "error" },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

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
        Skip.If(program == null, "The real Temporal server is not in ../shared/tools.");
        var server = new RealServer(program!, FreePort.Next(), arguments);
        try
        {
            await server.WaitUntilHealthyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitUntilHealthyAsync()
    {
        using var channel = new GrpcChannel(new GrpcChannelOptions { Address = new Uri($"http://{TargetHost}") });
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                var answer = await channel.UnaryAsync(
                    "grpc.health.v1.Health", "Check", new HealthCheckRequest { Service = WorkflowService }, HealthCheckResponse.Parser,
                    new GrpcCallOptions { Timeout = TimeSpan.FromSeconds(5) });
                if (answer.Status == HealthCheckResponse.Types.ServingStatus.Serving)
                {
                    return;
                }
            }
            catch (GrpcException) when (!_process.HasExited && waited.Elapsed < StartLimit)
            {
            }

            if (_process.HasExited || waited.Elapsed > StartLimit)
            {
                throw new InvalidOperationException($"The real server did not start: {string.Join('\n', _output)}");
            }

            await Task.Delay(50);
        }
    }
}
