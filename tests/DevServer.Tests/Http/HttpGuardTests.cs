using System.Globalization;
using System.Net.Sockets;
using System.Text;
using TemporalVideo.DevServer.Tests.Clients;

namespace TemporalVideo.DevServer.Tests.Http;

/// <summary>What a web page in the user's browser can send, byte by byte: no client puts its own headers in between.</summary>
public sealed class HttpGuardTests(EmbeddedFixture server) : IClassFixture<EmbeddedFixture>
{
    private const string Start = "POST /api/v1/namespaces/default/workflows/";
    private const string Body = """{"workflowType":{"name":"T"},"taskQueue":{"name":"q"}}""";

    private string Host => server.Server.HttpHost!;

    private string Port => Host[(Host.LastIndexOf(':') + 1)..];

    [Theory]
    [InlineData("rebound.example")]
    [InlineData("localhost.rebound.example")]
    [InlineData("127.0.0.1.rebound.example")]
    [InlineData("192.0.2.1")]
    public async Task Request_OfAForeignHost_Is403(string host)
    {
        (await SendAsync("GET /api/v1/cluster-info", $"{host}:{Port}")).Should().Be(403);
        (await SendAsync($"{Start}foreign-host", $"{host}:{Port}", "application/json", Body)).Should().Be(403);
        (await StatusOfAsync("foreign-host")).Should().Be(404);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task Request_OfThisMachine_IsAnswered(string host) =>
        (await SendAsync("GET /api/v1/cluster-info", $"{host}:{Port}")).Should().Be(200);

    [Theory]
    [InlineData("https://example.org")]
    [InlineData("http://localhost:3000")]
    [InlineData("null")]
    public async Task Request_OfAForeignPage_Is403(string origin)
    {
        (await SendAsync($"{Start}foreign-page", Host, "application/json", Body, origin)).Should().Be(403);
        (await SendAsync($"{Start}foreign-page/terminate", Host, origin: origin)).Should().Be(403);
        (await StatusOfAsync("foreign-page")).Should().Be(404);
    }

    [Fact]
    public async Task Request_OfAnOwnPage_IsAnswered() =>
        (await SendAsync("GET /api/v1/cluster-info", Host, origin: $"http://{Host}")).Should().Be(200);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain; application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonx")]
    [InlineData(null)]
    public async Task Body_ThatIsNotJson_Is415(string? type)
    {
        (await SendAsync($"{Start}plain-text", Host, type, Body)).Should().Be(415);
        (await StatusOfAsync("plain-text")).Should().Be(404);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json+no-payload-shorthand")]
    public async Task Body_OfJson_StartsAWorkflow(string type)
    {
        var id = $"json-{type.Length}";

        (await SendAsync($"{Start}{id}", Host, type, Body)).Should().Be(200);

        (await StatusOfAsync(id)).Should().Be(200);
    }

    private Task<int> StatusOfAsync(string id) => SendAsync($"GET /api/v1/namespaces/default/workflows/{id}", Host);

    private async Task<int> SendAsync(string line, string host, string? type = null, string body = "", string? origin = null)
    {
        var head = new StringBuilder($"{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n")
            .Append(type is null ? "" : $"Content-Type: {type}\r\n")
            .Append(origin is null ? "" : $"Origin: {origin}\r\n");
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", int.Parse(Port, CultureInfo.InvariantCulture));
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}\r\n{body}"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var status = await reader.ReadLineAsync();
        return int.Parse(status!.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
