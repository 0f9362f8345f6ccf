using System.Collections.Concurrent;
using System.Diagnostics;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.WebUi.Browser;

/// <summary>The official Web UI in front of a Temporal server.</summary>
internal sealed class WebUiServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private WebUiServer(string program, string targetHost, int port)
    {
        Address = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { targetHost, $"{port}" } };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where the pages are, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts the Web UI and waits until it answers.</summary>
    /// <exception cref="SkipException">The program was not found: the test is reported as skipped.</exception>
    public static async Task<WebUiServer> StartAsync(string targetHost)
    {
        var program = TestPaths.FindTool("temporal-ui-server");
        Skip.If(program is null, "The Temporal Web UI is not in ../shared/tools.");
        var server = new WebUiServer(program!, targetHost, FreePort.Next());
        try
        {
            await server.WaitUntilItAnswersAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitUntilItAnswersAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                (await http.GetAsync(new Uri($"{Address}/api/v1/settings"))).EnsureSuccessStatusCode();
                return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !_process.HasExited && waited.Elapsed < StartLimit)
            {
                // It is still starting.
            }
        }
    }
}
