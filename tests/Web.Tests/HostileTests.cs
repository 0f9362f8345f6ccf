using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace TemporalVideo.Web.Tests;

/// <summary>Who means harm is refused with a clear error, and others notice nothing.</summary>
[Collection(WebCollection.Name)]
public sealed class HostileTests(WebFixture web)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Head_ThatNeverEnds_IsCutOffAndOthersAreServed()
    {
        var (app, login) = await web.ServeWithKeysAsync(options => options with { HeadSeconds = 1 });
        await using (app)
        {
            using var late = new CancellationTokenSource(Limit);
            var address = new Uri(app.Urls.First());
            var slow = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            {
                var client = new TcpClient();
                await client.ConnectAsync(address.Host, address.Port, late.Token);
                await client.GetStream().WriteAsync("GET /api/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "u8.ToArray(), late.Token);
                return client;
            }));
            using var anna = login("anna");

            (await anna.GetAsync("/api/sessions", late.Token)).StatusCode.Should().Be(HttpStatusCode.OK);

            foreach (var client in slow)
            {
                using var reader = new StreamReader(client.GetStream());
                (await reader.ReadToEndAsync(late.Token)).Should().StartWith("HTTP/1.1 408 ");
                client.Dispose();
            }
        }
    }

    [Fact]
    public async Task Sockets_MoreThanAUserMayOpen_AreRefusedAndThoseOfOthersAreNot()
    {
        var (app, login) = await web.ServeWithKeysAsync(options => options with { StreamsPerUser = 2 });
        await using (app)
        {
            using var late = new CancellationTokenSource(Limit);
            using var anna = login("flood-anna");
            using var berta = login("flood-berta");
            var hers = await web.StartAsync(interactive: true, anna);
            var others = await web.StartAsync(interactive: true, berta);
            var open = new List<ClientWebSocket>();
            for (var i = 0; i < 2; i++)
            {
                open.Add(await OpenAsync(app.Urls.First(), anna, hers, late.Token));
            }

            var refused = await FluentActions.Awaiting(() => OpenAsync(app.Urls.First(), anna, hers, late.Token))
                .Should().ThrowAsync<WebSocketException>();
            refused.Which.Message.Should().Contain("429");
            using var events = await anna.GetAsync($"/api/sessions/{hers}/events", HttpCompletionOption.ResponseHeadersRead, late.Token);
            events.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
            events.Headers.RetryAfter!.Delta.Should().BePositive();
            (await events.Content.ReadFromJsonAsync<JsonElement>(late.Token)).GetProperty("detail").GetString()
                .Should().Contain("You have 2 sockets");
            (await OpenAsync(app.Urls.First(), berta, others, late.Token)).Dispose();

            open[0].Abort();
            open[0].Dispose();
            open[0] = await AgainAsync(app.Urls.First(), anna, hers, late.Token);

            open.ForEach(socket => socket.Dispose());
            await anna.PostAsync($"/api/sessions/{hers}/cancel", null, late.Token);
            await berta.PostAsync($"/api/sessions/{others}/cancel", null, late.Token);
        }
    }

    [Fact]
    public async Task Body_WithoutLengthThatNeverEnds_IsRefusedAtTheLimit()
    {
        using var late = new CancellationTokenSource(Limit);
        using var client = new TcpClient();
        await client.ConnectAsync(web.Address.Host, web.Address.Port, late.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/plan HTTP/1.1\r\nHost: {web.Address.Authority}\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nc\r\n{\"source\": \"\r\n"), late.Token);
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string('x', 0x10000)}\r\n");
        for (var sent = 0L; sent <= new WebOptions { Folder = "" }.MaxBodyBytes; sent += 0x10000)
        {
            await stream.WriteAsync(chunk, late.Token);
        }

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(late.Token)).Should().StartWith("HTTP/1.1 413 ");
    }

    [Theory]
    [InlineData("POST", "/api/plan", "{\"source\":", "application/json", 400, "JSON")]
    [InlineData("POST", "/api/plan", "{\"source\": {}}", "application/json", 400, "at source (line 1, byte 13)")]
    [InlineData("POST", "/api/plan", "{\"source\": \"a\"}", "application/json; charset=klingon", 415, "klingon")]
    [InlineData("POST", "/api/plan", "a", "text/plain", 415, "application/json")]
    [InlineData("POST", "/api/sessions/ID/fork?quote=true", "{\"changes\": [null]}", "application/json", 400, "changes")]
    [InlineData("POST", "/api/sessions/ID/fork?quote=true",
        "{\"changes\": [{\"change\": \"text\", \"segmentId\": \"s01\", \"sentences\": [null]}]}",
        "application/json", 400, "changes")]
    [InlineData("POST", "/api/sessions/ID/fork",
        "{\"changes\": [{\"change\": \"explode\"}]}", "application/json", 400, "at changes[0].change")]
    [InlineData("POST", "/api/sessions/ID/review",
        "{\"subject\": \"story\", \"version\": \"x\", \"edits\": [null]}", "application/json", 400, "edits")]
    [InlineData("POST", "/api/sessions/ID/review",
        "{\"subject\": \"story\", \"version\": \"x\", \"edits\": null}", "application/json", 400, "edits")]
    [InlineData("POST", "/api/sessions/ID/decide", "{\"choice\": \"retry\", \"steps\": null}", "application/json", 400, "steps")]
    [InlineData("POST", "/api/sessions",
        "{\"source\": \"x\", \"maxcost\": 1}", "application/json", 400, "maxcost is not known: expected source, ")]
    [InlineData("POST", "/api/plan", "{\"brand\": {\"logos\": \"x\"}}", "application/json", 400,
        "brand.logos is not known: expected logo, products or characters. GET /openapi/v1.json")]
    [InlineData("POST", "/api/v2/generate",
        "{\"prompt\": \"x\", \"brand_assets\": {\"product_images\": [{}, {\"name\": 1}]}}", "application/json",
        400, "brand_assets.product_images[1].name is not known: expected upload or alt.")]
    [InlineData("POST", "/api/generate",
        "{\"prompt\": \"x\", \"a.b['c\": 1}", "application/json", 400, "is not known: expected prompt or creat")]
    [InlineData("POST", "/api/sessions/ID/review",
        "{\"subject\": \"story\", \"approves\": true}", "application/json", 400, "approves is not known")]
    [InlineData("POST", "/api/sessions/ID/decide",
        "{\"choice\": \"retry\", \"cost_limit\": 1}", "application/json", 400, "cost_limit is not known")]
    [InlineData("POST", "/api/sessions/ID/fork", "{\"changes\": [{\"change\": \"delete\", \"segment\": \"s01\"}]}", "application/json", 400,
        "changes[0].segment is not known: expected change, segmentId, ")]
    [InlineData("POST", "/api/webhooks",
        "{\"url\": \"https://example.org\", \"event\": []}", "application/json", 400, "event is not known: expected url ")]
    [InlineData("POST", "/api/login", "{\"token\": \"x\"}", "application/json", 400, "token is not known: expected key.")]
    [InlineData("POST", "/api/pipelines", "{\"name\": \"x\"}", "application/json", 400, "name is not known: expected template, prompt, ")]
    [InlineData("GET", "/api/sessions?limit=1e9", null, null, 400, "limit: '1e9'")]
    [InlineData("GET", "/api/sessions/ID/statuses?after=99999999999", null, null, 400, "after: '99999999999'")]
    [InlineData("GET", "/api/pipelines/ID/logs", null, null, 400, "search is missing")]
    [InlineData("GET", "/api/files/ID/agent2", null, null, 404, "agent2")]
    [InlineData("GET", "/api/nothing", null, null, 404, "openapi")]
    [InlineData("DELETE", "/api/plan", null, null, 405, "DELETE")]
    public async Task Request_ThatCannotBeRead_IsRefusedInWordsOfTheApi(
        string method, string path, string? body, string? type, int status, string words)
    {
        var session = path.Contains("ID", StringComparison.Ordinal) ? await web.FinishedAsync() : "";
        using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("ID", session, StringComparison.Ordinal));
        if (body is not null)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        var answer = await web.Http.SendAsync(request);

        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).Should().Be(status, text);
        JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString().Should().Contain(words).And.NotContain("TemporalVideo.");
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/iam.png")]
    [InlineData("http://127.0.0.1:7233/x.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../etc/passwd")]
    public async Task Lesson_PictureByAnAddress_IsNeverFetchedAndIsSaidToBeLeftOut(string address)
    {
        var source = $"# Rainbows\n\n## What\n\nA rainbow is sunlight that raindrops bend.\n\n![Secret]({address})\n";

        var answer = await web.Http.PostAsJsonAsync("/api/plan", new { source });

        var plan = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, plan);
        var story = JsonDocument.Parse(plan).RootElement.GetProperty("story");
        story.GetProperty("not_in_video").EnumerateArray().Select(item => item.GetRawText())
            .Should().Contain(item => item.Contains("Secret", StringComparison.Ordinal) || item.Contains("picture"));
        plan.Should().NotContain("root:");
    }

    private static async Task<ClientWebSocket> OpenAsync(
        string address, HttpClient user, string session, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"{user.DefaultRequestHeaders.Authorization}");
        try
        {
            await socket.ConnectAsync(new Uri($"{address.Replace("http", "ws")}/ws/{session}"), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The server hears in a moment that a socket has gone.</summary>
    private static async Task<ClientWebSocket> AgainAsync(
        string address, HttpClient user, string session, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await OpenAsync(address, user, session, cancellationToken);
            }
            catch (WebSocketException)
            {
                await Task.Delay(20, cancellationToken);
            }
        }
    }
}
