using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace TemporalVideo.Web.Tests;

/// <summary>Pipelines of jobs over HTTP, with real commands (R-D9).</summary>
[Collection(WebCollection.Name)]
public sealed class PipelineTests(WebFixture web)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Pipeline_StartedFollowedApprovedAndRunAgain_TellsWhatIsAndWhatWasLeft()
    {
        using var late = new CancellationTokenSource(Limit);
        var templates = await web.Http.GetFromJsonAsync<JsonElement>("/api/pipeline-templates", late.Token);
        templates.EnumerateArray().Single(each => each.GetProperty("name").GetString() == "write-check-use")
            .GetProperty("parameters")[0].GetRawText().Should().Contain("who is greeted");
        var id = await StartAsync("once-1", wait: true);
        (await StartAsync("once-1", wait: true)).Should().Be(id, "a key means one pipeline");

        using var socket = await SocketAsync($"/ws/pipelines/{id}/jobs/write/logs", late.Token);
        var first = await PartAsync(socket, late.Token);
        first.GetProperty("text").GetString().Should().Be("Grüße, Eva: Be kind.\n");
        (await StatusAsync(id)).GetProperty("outcome").GetString().Should().Be("Running", "the log is read while the job goes on");
        var next = first.GetProperty("next").GetInt32();
        await File.WriteAllTextAsync(web.MayEnd, "", late.Token);
        using var again = await SocketAsync($"/ws/pipelines/{id}/jobs/write/logs?attempt=1&offset={next}", late.Token);
        (await PartAsync(again, late.Token)).GetProperty("text").GetString().Should().Be("end\n", "who comes again gets what is behind");
        (await again.ReceiveAsync(new byte[10], late.Token)).MessageType.Should().Be(WebSocketMessageType.Close);
        again.CloseStatusDescription.Should().Be("ended");

        await UntilAsync(id, status => Job(status, "check") == "Waiting", late.Token);
        (await web.Http.PostAsJsonAsync($"/api/pipelines/{id}/rerun", new { }, late.Token)).StatusCode.Should().Be(HttpStatusCode.Conflict);
        var wrong = await web.Http.PostAsJsonAsync($"/api/pipelines/{id}/approve", new { job = "write", approves = true }, late.Token);
        wrong.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await wrong.Content.ReadAsStringAsync(late.Token)).Should().Contain("no approval 'write'");
        (await web.Http.PostAsJsonAsync($"/api/pipelines/{id}/approve", new { job = "check", approves = true }, late.Token))
            .StatusCode.Should().Be(HttpStatusCode.NoContent);
        await UntilAsync(id, status => status.GetProperty("outcome").GetString() == "Completed", late.Token);

        var whole = await web.Http.GetFromJsonAsync<JsonElement>($"/api/pipelines/{id}", late.Token);
        whole.GetProperty("prompt").GetString().Should().Be("Be kind.");
        var note = whole.GetProperty("artifacts").EnumerateArray().Single(each => each.GetProperty("path").GetString() == "note.txt");
        note.GetProperty("usedBy").EnumerateArray().Select(job => job.GetString()).Should().Equal("use");
        var file = await web.Http.GetAsync($"/api/pipelines/{id}/jobs/write/artifacts?path=note.txt", late.Token);
        (await file.Content.ReadAsStringAsync(late.Token)).Should().Be("Grüße, Eva: Be kind.\n");
        file.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        (await web.Http.GetStringAsync($"/api/pipelines/{id}/jobs/write/logs?offset={next}", late.Token)).Should().Be("end\n");
        var found = await web.Http.GetFromJsonAsync<JsonElement>($"/api/pipelines/{id}/logs?search=EVA", late.Token);
        var line = found.EnumerateArray().First();
        (line.GetProperty("job").GetString(), line.GetProperty("attempt").GetInt32(), line.GetProperty("line").GetInt32(),
            line.GetProperty("text").GetString()).Should().Be(("write", 1, 1, "Grüße, Eva: Be kind."));
        (await web.Http.GetFromJsonAsync<JsonElement>($"/api/pipelines/{id}/logs?search=nowhere&job=write", late.Token))
            .GetArrayLength().Should().Be(0);
        (await web.Http.GetAsync($"/api/pipelines/{id}/logs?search=", late.Token)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await web.Http.GetAsync($"/api/pipelines/{id}/logs?search=a&job=none", late.Token)).StatusCode
            .Should().Be(HttpStatusCode.NotFound);
        using var ranged = new HttpRequestMessage(HttpMethod.Get, $"/api/pipelines/{id}/jobs/write/logs")
        {
            Headers = { Range = new RangeHeaderValue(next, null) },
        };
        using var part = await web.Http.SendAsync(ranged, late.Token);
        part.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsStringAsync(late.Token)).Should().Be("end\n");

        using var keeping = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await web.Http.PostAsync($"/api/pipelines/{id}/cancel", null, late.Token)).StatusCode != HttpStatusCode.Conflict)
        {
            // All jobs have ended; that is being kept.
            await keeping.WaitForNextTickAsync(late.Token);
        }

        (await web.Http.PostAsJsonAsync($"/api/pipelines/{id}/rerun", new { from = "use" }, late.Token))
            .StatusCode.Should().Be(HttpStatusCode.Accepted);
        await UntilAsync(
            id,
            status => status.GetProperty("outcome").GetString() == "Completed"
                && Find(status, "use").GetProperty("attempt").GetInt32() == 2,
            late.Token);
    }

    [Fact]
    public async Task Pipelines_OfAUser_AreListedPageByPageAndAreNobodyElses()
    {
        var (app, login) = await web.ServeWithKeysAsync();
        await using (app)
        {
            using var late = new CancellationTokenSource(Limit);
            using var anna = login("pipes-anna");
            using var other = login("pipes-other");
            var ids = new List<string>();
            for (var i = 0; i < 3; i++)
            {
                ids.Add(await StartAsync(null, http: anna));
                await UntilAsync(ids[i], status => Job(status, "check") == "Waiting", late.Token, anna);
            }

            // Rows are written while the jobs go on.
            while ((await anna.GetFromJsonAsync<JsonElement>("/api/pipelines", late.Token)).GetProperty("pipelines").GetArrayLength() < 3)
            {
                await Task.Delay(50, late.Token);
            }

            var first = await anna.GetFromJsonAsync<JsonElement>("/api/pipelines?limit=2", late.Token);
            var rest = await anna.GetFromJsonAsync<JsonElement>(first.GetProperty("next").GetString(), late.Token);
            first.GetProperty("pipelines").EnumerateArray().Concat(rest.GetProperty("pipelines").EnumerateArray())
                .Select(each => each.GetProperty("pipelineId").GetString()).Should().Equal(Enumerable.Reverse(ids));
            rest.TryGetProperty("next", out var end).Should().BeTrue();
            end.ValueKind.Should().Be(JsonValueKind.Null);

            (await other.GetFromJsonAsync<JsonElement>("/api/pipelines", late.Token)).GetProperty("pipelines").GetArrayLength()
                .Should().Be(0);
            foreach (var path in new[] { "", "/status", "/jobs/write/logs", "/jobs/write/artifacts?path=note.txt" })
            {
                using var answer = await other.GetAsync($"/api/pipelines/{ids[0]}{path}", late.Token);
                answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
                (await answer.Content.ReadAsStringAsync(late.Token)).Should().Contain("no such pipeline of yours");
            }

            (await other.PostAsync($"/api/pipelines/{ids[0]}/cancel", null, late.Token)).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await anna.PostAsync($"/api/pipelines/{ids[0]}/cancel", null, late.Token)).StatusCode.Should().Be(HttpStatusCode.Accepted);
            await UntilAsync(ids[0], status => status.GetProperty("outcome").GetString() == "Cancelled", late.Token, anna);
        }
    }

    [Theory]
    [InlineData("nonsense", "Eva", "write-check-use")]
    [InlineData("write-check-use", null, "who is greeted")]
    public async Task Start_ThatCannotBe_Is422WithWhatIsExpected(string template, string? name, string words)
    {
        var parameters = name is null ? null : new Dictionary<string, string> { ["name"] = name };

        var answer = await web.Http.PostAsJsonAsync("/api/pipelines", new { template, parameters });

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(words);
    }

    internal static string Job(JsonElement status, string job) => Find(status, job).GetProperty("state").GetString()!;

    internal async Task<string> StartAsync(string? key, bool wait = false, HttpClient? http = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/pipelines")
        {
            Content = JsonContent.Create(new
            {
                template = "write-check-use",
                prompt = "Be kind.",
                parameters = new Dictionary<string, string> { ["name"] = "Eva", ["wait"] = wait ? "true" : "false" },
            }),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await (http ?? web.Http).SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("pipelineId").GetString()!;
    }

    internal async Task UntilAsync(string id, Func<JsonElement, bool> fits, CancellationToken late, HttpClient? http = null)
    {
        while (!fits(await StatusAsync(id, http)))
        {
            await Task.Delay(50, late);
        }
    }

    private static JsonElement Find(JsonElement status, string job) =>
        status.GetProperty("jobs").EnumerateArray().Single(each => each.GetProperty("job").GetString() == job);

    private Task<JsonElement> StatusAsync(string id, HttpClient? http = null) =>
        (http ?? web.Http).GetFromJsonAsync<JsonElement>($"/api/pipelines/{id}/status");

    private async Task<ClientWebSocket> SocketAsync(string path, CancellationToken late)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{web.Address.Authority}{path}"), late);
        return socket;
    }

    private static async Task<JsonElement> PartAsync(ClientWebSocket socket, CancellationToken late)
    {
        var buffer = new byte[16 * 1024];
        var got = await socket.ReceiveAsync(buffer, late);
        return JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, got.Count)).RootElement;
    }
}
