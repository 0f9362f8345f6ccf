using System.Diagnostics;
using System.Globalization;
using Temporalio.Client;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Benchmarks;

/// <summary>A server in a process of its own, with its data in a file, so that its start and its memory can be measured.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private ServerProcess(Process process, DirectoryInfo data, string targetHost, TimeSpan start)
    {
        _process = process;
        _data = data;
        TargetHost = targetHost;
        Start = start;
    }

    public string TargetHost { get; }

    public Process Process => _process;

    /// <summary>From the start of the process to the first answered call.</summary>
    public TimeSpan Start { get; }

    /// <summary>Resident memory now, in MiB.</summary>
    public double Memory => Usage.Memory(_process);

    /// <summary>Processor time so far, in milliseconds.</summary>
    public double Processor => Usage.Processor(_process);

    public static Task<ServerProcess> StartEmbeddedAsync() =>
        StartAsync((port, data) =>
            [Path.Combine(AppContext.BaseDirectory, "bench"), Serve.Command, port, Path.Combine(data, "embedded.db")]);

    /// <summary>Whether the real server's program is beside the repository.</summary>
    public static bool IsRealAvailable => TestPaths.FindTool("temporal") is not null;

    /// <summary>The real server, or null where its program is not beside the repository.</summary>
    public static Task<ServerProcess?> StartRealAsync() => StartRealAsync(data => ["--db-filename", Path.Combine(data, "real.db")]);

    /// <summary>The real server with its data in memory, or null where its program is not beside the repository.</summary>
    public static Task<ServerProcess?> StartRealInMemoryAsync() => StartRealAsync(_ => []);

    private static async Task<ServerProcess?> StartRealAsync(Func<string, string[]> more) => TestPaths.FindTool("temporal") is { } program
        ? await StartAsync((port, data) =>
            [program, "server", "start-dev", "--ip", "127.0.0.1", "--port", port, "--headless", "--log-level", "error", .. more(data)])
        : null;

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static async Task<ServerProcess> StartAsync(Func<string, string, string[]> command)
    {
        var data = Directory.CreateTempSubdirectory("bench-");
        var port = FreePort.Next();
        var words = command(port.ToString(CultureInfo.InvariantCulture), data.FullName);
        var clock = Stopwatch.StartNew();
        var process =
            Process.Start(new ProcessStartInfo(words[0], words[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var targetHost = $"127.0.0.1:{port}";
        while (!await AnswersAsync(targetHost))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{string.Join(' ', words)} ended with {process.ExitCode} before it answered.");
            }

            await Task.Delay(10);
        }

        return new ServerProcess(process, data, targetHost, clock.Elapsed);
    }

    private static async Task<bool> AnswersAsync(string targetHost)
    {
        try
        {
            var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(targetHost));
            await client.CountWorkflowsAsync("ExecutionStatus = 'Running'",
                new WorkflowCountOptions { Rpc = new RpcOptions { Retry = false } });
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
