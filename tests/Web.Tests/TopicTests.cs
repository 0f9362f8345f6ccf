using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TemporalVideo.Hosting.Configuration.Providers;
using TemporalVideo.Studio.Providers;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class TopicTests(WebFixture web)
{
    private const string Topic = "Why do cats purr?";

    [Fact]
    public async Task Order_TopicWithoutLesson_IsTakenWhereALanguageModelWrites()
    {
        (await web.Http.PostAsJsonAsync("/api/sessions", new { source = Topic }))
            .StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "without a model there is nothing to tell");
        var configuration = web.Configuration with
        {
            Providers = web.Configuration.Providers with { Chat = [new ChatModel("own", "a-model", 1000, new TokenPrices(1, 1))] },
        };
        var folder = Directory.CreateTempSubdirectory("topic-tests-").FullName;
        await using var app = await WebServer.StartAsync(
            web.Client, configuration, new WebOptions { Port = 0, Folder = folder, LocalUser = "anna", StartsPerMinute = 100_000 });
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var plan = await (await http.PostAsJsonAsync("/api/plan", new { source = Topic })).Content.ReadFromJsonAsync<JsonElement>();
        plan.GetProperty("story").GetProperty("title").GetString().Should().Be(Topic);
        plan.GetProperty("warnings")[0].GetString().Should().StartWith("a-model writes the story");
        plan.GetProperty("quote").GetProperty("lines").GetArrayLength().Should().Be(5);

        var started = await (await http.PostAsJsonAsync("/api/sessions", new { source = Topic })).Content.ReadFromJsonAsync<JsonElement>();
        var session = started.GetProperty("sessionId").GetString()!;
        session.Should().StartWith("why-do-cats-purr");
        await web.UntilAsync(session, state => state.GetProperty("outcome").GetString() == "Finished");
        Directory.Delete(folder, recursive: true);
    }
}
