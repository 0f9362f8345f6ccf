using System.Net.Http.Json;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Faults;

/// <summary>The proxy program from the tools beside the repository, which puts faults on the wire.</summary>
internal sealed class Toxiproxy : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly ToolProcess _process;
    private readonly HttpClient _http;

    private Toxiproxy(ToolProcess process, HttpClient http) => (_process, _http) = (process, http);

    /// <summary>Starts the program.</summary>
    /// <exception cref="SkipException">It was not found: the test is reported as skipped.</exception>
    public static async Task<Toxiproxy> StartAsync()
    {
        var program = TestPaths.FindTool("toxiproxy-server");
        Skip.If(program is null, "No fault proxy: toxiproxy-server is neither on PATH nor named by TOXIPROXY_SERVER.");
        var port = FreePort.Next();
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var process = await ToolProcess.StartAsync(
            program!, ["-host", "127.0.0.1", "-port", $"{port}"], () => ToolProcess.AnswersAsync(http, "/version"), StartLimit);
        return new Toxiproxy(process, http);
    }

    /// <summary>Puts a proxy before a server.</summary>
    public async Task<FaultyLine> BeforeAsync(string server, string name)
    {
        var answer =
            await _http.PostAsJsonAsync("/proxies",
            new { name, listen = $"127.0.0.1:{FreePort.NextForReuse()}", upstream = server, enabled = true });
        answer.EnsureSuccessStatusCode();
        var created = await answer.Content.ReadFromJsonAsync<Created>();
        return new FaultyLine(_http, name, created!.Listen);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _process.DisposeAsync();
    }

    private sealed record Created(string Listen);
}
