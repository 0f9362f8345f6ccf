using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.WebUi.Browser;

/// <summary>The official Web UI in front of a Temporal server.</summary>
internal sealed class WebUiServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ToolProcess _process;

    private WebUiServer(ToolProcess process, string address) => (_process, Address) = (process, address);

    /// <summary>Where the pages are, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts the Web UI and waits until it answers.</summary>
    /// <exception cref="SkipException">The program was not found: the test is reported as skipped.</exception>
    public static async Task<WebUiServer> StartAsync(string targetHost)
    {
        var program = TestPaths.FindTool("temporal-ui-server");
        Skip.If(program is null, "No Temporal Web UI: temporal-ui-server is neither on PATH nor named by TEMPORAL_UI_SERVER.");
        var port = FreePort.Next();
        var address = $"http://127.0.0.1:{port}";
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var process = await ToolProcess.StartAsync(
            program!, [targetHost, $"{port}"], () => ToolProcess.AnswersAsync(http, $"{address}/api/v1/settings"), StartLimit);
        return new WebUiServer(process, address);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
