using System.Net;
using System.Net.Http.Json;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class AccessTests(WebFixture web)
{
    [Fact]
    public async Task Call_ForeignHost_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/sessions") { Headers = { Host = "evil.example" } };

        (await web.Http.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Post_OfAnotherSite_IsRefused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/plan")
        {
            Content = JsonContent.Create(new { source = WebFixture.Lesson }),
        };
        request.Headers.Add(header, value);

        (await web.Http.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_FarTooLarge_IsRefused()
    {
        // The server refuses by the length that is announced, and closes: who sends on meanwhile may lose its answer.
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var http = new HttpClient(handler) { BaseAddress = web.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/plan")
        {
            Content = new ByteArrayContent(new byte[3 * 1024 * 1024]) { Headers = { ContentType = new("application/json") } },
            Headers = { ExpectContinue = true },
        };

        using var answer = await http.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Call_WithoutKeyWhereThereAreKeys_Is401()
    {
        var (app, _) = await web.ServeWithKeysAsync();
        await using (app)
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

            (await http.GetAsync("/api/sessions")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            (await http.GetAsync("/api/status/any")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            (await http.PostAsJsonAsync("/api/login", new { key = "tv_wrong" })).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Session_OfAnotherUser_IsNotThere()
    {
        var (app, login) = await web.ServeWithKeysAsync();
        await using (app)
        {
            using var anna = login("anna");
            using var berta = login("berta");
            var session = await web.StartAsync(http: anna);

            (await anna.GetAsync($"/api/status/{session}")).StatusCode.Should().Be(HttpStatusCode.OK);
            (await berta.GetAsync($"/api/status/{session}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await berta.GetAsync($"/api/status/{session}?userID=anna")).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await berta.GetStringAsync("/api/sessions")).Should().Be("[]");
        }
    }

    [Fact]
    public async Task Start_TooOften_Is429WithRetryAfter()
    {
        var (app, login) = await web.ServeWithKeysAsync(options => options with { StartsPerMinute = 1 });
        await using (app)
        {
            using var anna = login("anna");
            await web.StartAsync(http: anna);

            var answer = await anna.PostAsJsonAsync("/api/sessions", new { source = WebFixture.Lesson });

            answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
            answer.Headers.RetryAfter!.Delta.Should().BePositive();
        }
    }

    [Fact]
    public async Task Login_Key_GivesACookieThatWorksUntilTheKeyIsRevoked()
    {
        var folder = Directory.CreateTempSubdirectory("web-keys-").FullName;
        var keys = Access.ApiKeys.In(folder);
        var (id, key) = keys.Create("anna", null);
        keys.Create("other", null);
        await using (var app = await web.ServeAsync(folder))
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            (await http.PostAsJsonAsync("/api/login", new { key })).StatusCode.Should().Be(HttpStatusCode.NoContent);
            (await http.GetAsync("/api/sessions")).StatusCode.Should().Be(HttpStatusCode.OK);

            keys.Revoke(id);

            (await http.GetAsync("/api/sessions")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        Directory.Delete(folder, recursive: true);
    }
}
