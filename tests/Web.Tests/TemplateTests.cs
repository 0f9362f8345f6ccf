using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Web.Tests;

/// <summary>Templates over HTTP: who may write them, what is kept, and what pipelines are made from then (R-D1).</summary>
[Collection(WebCollection.Name)]
public sealed class TemplateTests(WebFixture web)
{
    [Fact]
    public async Task Put_NewText_IsTheNextVersionAndThatOfNewPipelines()
    {
        var first = await PutAsync("greet", Greeting("one"));
        first.StatusCode.Should().Be(HttpStatusCode.Created, await first.Content.ReadAsStringAsync());
        first.Headers.Location!.ToString().Should().Be("/api/pipeline-templates/greet/versions/1");
        (await PutAsync("greet", Greeting("one"))).StatusCode.Should().Be(HttpStatusCode.OK, "it is so already");
        var pipeline = await StartAsync("greet", "greet-1");

        using var second = await web.Http.PutAsJsonAsync("/api/pipeline-templates/greet", new { text = Greeting("two") });
        second.StatusCode.Should().Be(HttpStatusCode.Created);
        (await StartAsync("greet", "greet-2")).Should().NotBe(pipeline);

        var versions = await web.Http.GetFromJsonAsync<JsonElement>("/api/pipeline-templates/greet/versions");
        versions.EnumerateArray().Select(each => (each.GetProperty("version").GetInt32(), each.GetProperty("origin").GetString()))
            .Should().Equal((2, "anna"), (1, "anna"));
        (await web.Http.GetFromJsonAsync<JsonElement>("/api/pipeline-templates/greet/versions/1")).GetProperty("text").GetString()
            .Should().Be(Greeting("one"));
        (await LogAsync("greet-1")).Should().Be("one\n", "a pipeline keeps the template that it was made from");
        (await LogAsync("greet-2")).Should().Be("two\n");
        (await web.Http.GetFromJsonAsync<JsonElement>("/api/pipeline-templates")).EnumerateArray()
            .Should().Contain(each => each.GetProperty("name").GetString() == "greet" && each.GetProperty("version").GetInt32() == 2);
    }

    [Fact]
    public async Task Put_OverAFile_IsKeptBesideItUntilTheFileIsEdited()
    {
        var file = Path.Combine(web.Configuration.Root, "config", "job-pipelines", "filed.yaml");
        await File.WriteAllTextAsync(file, Greeting("file"));
        try
        {
            (await TextAsync("filed")).Should().Be(Greeting("file"));
            await PutAsync("filed", Greeting("person"));

            (await TextAsync("filed")).Should().Be(Greeting("person"));
            (await web.Http.GetFromJsonAsync<JsonElement>("/api/pipeline-templates/filed/versions")).EnumerateArray()
                .Select(each => each.GetProperty("origin").GetString()).Should().Equal("anna", "file");

            await File.WriteAllTextAsync(file, Greeting("edited"));
            (await TextAsync("filed")).Should().Be(Greeting("edited"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Put_IfMatch_IsTakenOnlyOverThatOne()
    {
        var none = await PutAsync("matched", Greeting("a"), request => request.Headers.IfMatch.Add(EntityTagHeaderValue.Any));
        none.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed, "there is none to be written over");
        var first = await PutAsync("matched", Greeting("a"), request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any));
        (first.StatusCode, first.Headers.ETag).Should().Be((HttpStatusCode.Created, (await GetAsync("matched")).Headers.ETag));

        Task<HttpResponseMessage> Change(string text) =>
            PutAsync("matched", Greeting(text), request => request.Headers.IfMatch.Add(first.Headers.ETag!));
        var both = await Task.WhenAll(Change("b"), Change("c"));
        both.Select(each => each.StatusCode).Should().BeEquivalentTo([HttpStatusCode.Created, HttpStatusCode.PreconditionFailed]);

        var won = both[0].StatusCode == HttpStatusCode.Created ? "b" : "c";
        (await TextAsync("matched")).Should().Be(Greeting(won));
        (await Change(won)).StatusCode.Should().Be(HttpStatusCode.OK, "who repeats a call whose answer was lost has made it");
        var again = await PutAsync("matched", Greeting("d"), request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any));
        again.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
        using var known = new HttpRequestMessage(HttpMethod.Get, "/api/pipeline-templates/matched");
        known.Headers.IfNoneMatch.Add((await GetAsync("matched")).Headers.ETag!);
        (await web.Http.SendAsync(known)).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Put_WrongText_IsToldAllFaultsWithTheirLines()
    {
        var answer = await PutAsync(
            "wrong", "jobs:\n  a: {type: dance}\n  b:\n    command: [x]\n    needs: {c: success}\n    colour: red\n");

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("jobs.a.type").And.Contain("line 2")
            .And.Contain("jobs.b.needs.c").And.Contain("line 5").And.Contain("jobs.b.colour").And.Contain("line 6");
        (await GetAsync("wrong")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("with space", "jobs: {a: {type: approval}}", "application/yaml", HttpStatusCode.UnprocessableEntity, "expected a name")]
    [InlineData("bad", "jobs: {a: {type: approval}}", "image/png", HttpStatusCode.UnsupportedMediaType, "Unsupported Media Type")]
    [InlineData("bad", "{\"txt\": 1}", "application/json", HttpStatusCode.BadRequest, "txt is not known: expected text.")]
    [InlineData("bad", "{}", "application/json", HttpStatusCode.BadRequest, "text: expected the template")]
    [InlineData("bad", "{", "application/json", HttpStatusCode.BadRequest, "The body cannot be read as JSON")]
    [InlineData("bad", null, "application/yaml", HttpStatusCode.UnprocessableEntity, "levels deep")]
    [InlineData("bad", "jobs: {a: {command: [x], matrix: {m: [M], n: [M]}}}", "text/yaml", HttpStatusCode.UnprocessableEntity, "1000")]
    public async Task Put_Unusable_IsRefused(string name, string? text, string type, HttpStatusCode status, string said)
    {
        text = text?.Replace("M", string.Join(", ", Enumerable.Range(0, 40)), StringComparison.Ordinal) ?? new string('[', 150_000);
        using var content = new StringContent(text, Encoding.UTF8, type);

        using var answer = await web.Http.PutAsync($"/api/pipeline-templates/{name}", content);

        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).Should().Contain(said);
    }

    [Fact]
    public async Task Put_WithoutTheRight_Is403AndSaysHow()
    {
        var (folder, closed) = (Directory.CreateTempSubdirectory("web-templates-").FullName, web.Configuration with
        {
            Worker = web.Configuration.Worker with { AllowTemplatesWithoutKey = false },
        });
        await using (var app = await web.ServeAsync(folder, configuration: closed))
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            await RefusedAsync(http, null, "web.allow_templates: true in config/worker.yaml");

            var keys = ApiKeys.In(folder);
            await RefusedAsync(http, keys.Create("anna", null).Key, "starter key create --user NAME --may templates");
            var may = keys.Create("file", null, [KeyRight.Templates]).Key;
            using var request = Request("rightly", Greeting("x"), may);
            (await http.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Created);
            using var foreign = Request("rightly", Greeting("y"), may);
            foreign.Headers.Add("Origin", "https://evil.example");
            (await http.SendAsync(foreign)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
            using var reading = new HttpRequestMessage(HttpMethod.Get, "/api/pipeline-templates/rightly");
            reading.Headers.Authorization = new("Bearer", may);
            (await (await http.SendAsync(reading)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("origin").GetString()
                .Should().Be("@file", "a user is told apart from a file");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Keys_OfAnEarlierRelease_HaveNoRights()
    {
        var folder = Directory.CreateTempSubdirectory("web-templates-").FullName;
        File.WriteAllText(
            Path.Combine(folder, "api-keys.json"),
            """[{"Id":"1","User":"anna","Hash":"ab","Note":null,"Created":"2026-01-01T00:00:00Z"}]""");

        var keys = ApiKeys.In(folder);
        keys.Create("berta", null, [KeyRight.Templates]);

        ApiKeys.In(folder).All.Select(key => (key.User, key.Rights?.Count ?? 0)).Should().Equal(("anna", 0), ("berta", 1));
        Directory.Delete(folder, recursive: true);
    }

    private static string Greeting(string word) => $"jobs:\n  greet: {{command: [echo, {word}]}}\n";

    private static HttpRequestMessage Request(string name, string text, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/pipeline-templates/{name}")
        {
            Content = new StringContent(text, Encoding.UTF8, "application/yaml"),
        };
        request.Headers.Authorization = key is null ? null : new("Bearer", key);
        return request;
    }

    private static async Task RefusedAsync(HttpClient http, string? key, string how)
    {
        using var request = Request("wrongly", Greeting("x"), key);
        using var answer = await http.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().Should().Contain(how);
    }

    private async Task<HttpResponseMessage> PutAsync(string name, string text, Action<HttpRequestMessage>? change = null)
    {
        using var request = Request(name, text);
        change?.Invoke(request);
        return await web.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> GetAsync(string name) => web.Http.GetAsync($"/api/pipeline-templates/{name}");

    private async Task<string> TextAsync(string name) =>
        (await (await GetAsync(name)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString()!;

    private async Task<string> StartAsync(string template, string id)
    {
        var answer = await web.Http.PostAsJsonAsync("/api/pipelines", new { template, id });
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("pipelineId").GetString()!;
    }

    private async Task<string> LogAsync(string pipeline)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await web.Http.GetFromJsonAsync<JsonElement>($"/api/pipelines/{pipeline}/status", late.Token))
            .GetProperty("outcome").GetString() is "Running" or "Pending")
        {
            await timer.WaitForNextTickAsync(late.Token);
        }

        return await web.Http.GetStringAsync($"/api/pipelines/{pipeline}/jobs/greet/logs", late.Token);
    }
}
