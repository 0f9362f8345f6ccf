using System.Diagnostics;
using System.Net.Http.Json;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Faults;

/// <summary>The proxy program from the tools beside the repository, which puts faults on the wire.</summary>
internal sealed class Toxiproxy : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly HttpClient _http;

    private Toxiproxy(Process process, int port)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    /// <summary>Starts the program.</summary>
    /// <exception cref="SkipException">It was not found: the test is reported as skipped.</exception>
    public static async Task<Toxiproxy> StartAsync()
    {
        var program = TestPaths.FindTool("toxiproxy-server");
        Skip.If(program is null, "toxiproxy-server is not in ../shared/tools.");
        var port = FreePort.Next();
        var proxy = new Toxiproxy(
            Process.Start(new ProcessStartInfo(program!, ["-host", "127.0.0.1", "-port", $"{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!,
            port);
        proxy._process.OutputDataReceived += (_, _) => { };
        proxy._process.ErrorDataReceived += (_, _) => { };
        proxy._process.BeginOutputReadLine();
        proxy._process.BeginErrorReadLine();
        await proxy.UntilServesAsync();
        return proxy;
    }

    /// <summary>Puts a proxy before a server.</summary>
    public async Task<FaultyLine> BeforeAsync(string server, string name)
    {
        var answer = await _http.PostAsJsonAsync("/proxies", new { name, listen = $"127.0.0.1:{FreePort.NextForReuse()}", upstream = server, enabled = true });
        answer.EnsureSuccessStatusCode();
        var created = await answer.Content.ReadFromJsonAsync<Created>();
        return new FaultyLine(_http, name, created!.Listen);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task UntilServesAsync()
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                (await _http.GetAsync("/version")).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited && waited.Elapsed < StartLimit)
            {
                await Task.Delay(50);
            }
        }
    }

    private sealed record Created(string Listen);
}
