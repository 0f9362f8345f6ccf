using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace TemporalVideo.DevServer.Tests.WebUi;

/// <summary>The Web UI's port, without a browser: what it answers, and whom.</summary>
public sealed class WebUiTests : IAsyncLifetime
{
    private const string Input = """{"payloads":[{"metadata":{"encoding":"anNvbi9wbGFpbg=="},"data":"MQ=="}]}""";
    private const string Run = "/api/v1/namespaces/default/workflows/run";
    private static readonly string Start = $$"""{"workflowType":{"name":"T"},"taskQueue":{"name":"q"},"input":{{Input}}}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("web-ui-test-");
    private readonly HttpClient _http = new();
    private DevServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await DevServer.StartAsync(new DevServerOptions { Port = 0, WebUiPort = 0, WebUiFolder = _folder.FullName });
        _http.BaseAddress = new Uri($"http://{_server.WebUiHost}");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Page_NotBuiltYet_SaysHowAndIsThereWhenBuilt()
    {
        var before = await _http.GetAsync("/");
        Build();
        var after = await _http.GetAsync("/");

        before.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await before.Content.ReadAsStringAsync()).Should().Contain("./run ui");
        (await after.Content.ReadAsStringAsync()).Should().Be("<html>the one page</html>");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/namespaces/default/workflows")]
    [InlineData("/namespaces/default/workflows/video:anna:talk/7f3a/history")]
    public async Task Page_AnyAddress_IsTheOneDocumentAskedForAnewEachTime(string path)
    {
        Build();

        var page = await _http.GetAsync(path);

        page.StatusCode.Should().Be(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        page.Headers.CacheControl!.NoCache.Should().BeTrue();
        page.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        (await page.Content.ReadAsStringAsync()).Should().Be("<html>the one page</html>");
    }

    [Fact]
    public async Task Part_OfTheBuild_IsKeptByTheBrowser()
    {
        Build();

        var part = await _http.GetAsync("/_app/immutable/entry.js");

        part.Headers.CacheControl.Should().BeEquivalentTo(CacheControlHeaderValue.Parse("public, max-age=31536000, immutable"));
        part.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
    }

    [Theory]
    [InlineData("/_app/immutable/missing.js")]
    [InlineData("/_app/missing.json")]
    public async Task Part_Missing_Is404(string path)
    {
        Build();

        (await _http.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    public async Task Page_OutsideOfTheFolder_IsNotShown(string path)
    {
        Build();
        var secret = Path.Combine(_folder.Parent!.FullName, "secret.txt");
        await File.WriteAllTextAsync(secret, "secret");

        var answer = await SendAsync($"GET {path}", _server.WebUiHost!);

        File.Delete(secret);
        answer.Should().NotContain("secret");
    }

    [Fact]
    public async Task Settings_Asked_AreOfAVersionThatEncodesIdsOnce()
    {
        var settings = JsonDocument.Parse(await _http.GetStringAsync("/api/v1/settings")).RootElement;

        Version.Parse(settings.GetProperty("Version").GetString()!).Should().BeGreaterThanOrEqualTo(new Version(2, 23, 0));
        settings.GetProperty("Auth").GetProperty("Enabled").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Api_TextWithTheUisHeader_StartsARunWhosePayloadsComeInTheLongForm()
    {
        var start = new HttpRequestMessage(HttpMethod.Post, Run) { Content = new StringContent(Start) };
        start.Headers.Add("Caller-Type", "operator");

        (await _http.SendAsync(start)).StatusCode.Should().Be(HttpStatusCode.OK);

        (await _http.GetStringAsync($"{Run}/history")).Should().Contain($"\"input\":{Input}");
    }

    [Fact]
    public async Task Change_WithoutTheUisHeader_Is403()
    {
        (await _http.PostAsync(Run, new StringContent(Start))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await _http.DeleteAsync("/api/v1/namespaces/default/schedules/bare")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await _http.GetAsync(Run)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET /")]
    [InlineData("GET /api/v1/settings")]
    [InlineData("GET /api/v1/cluster-info")]
    public async Task Request_OfAForeignHostOrPage_Is403(string line)
    {
        Build();

        (await SendAsync(line, "rebound.example")).Should().StartWith("HTTP/1.1 403");
        (await SendAsync(line, _server.WebUiHost!, "Origin: http://rebound.example\r\n")).Should().StartWith("HTTP/1.1 403");
        (await SendAsync(line, _server.WebUiHost!, $"Origin: http://{_server.WebUiHost}\r\n")).Should().StartWith("HTTP/1.1 200");
    }

    private void Build()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "_app", "immutable"));
        File.WriteAllText(Path.Combine(_folder.FullName, "index.html"), "<html>the one page</html>");
        File.WriteAllText(Path.Combine(_folder.FullName, "_app", "immutable", "entry.js"), "start()");
    }

    /// <summary>Sends a request as it stands: a client would mend its path.</summary>
    private async Task<string> SendAsync(string line, string host, string headers = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPEndPoint.Parse(_server.WebUiHost!));
        var request = $"{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
