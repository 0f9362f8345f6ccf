using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class TakeTests(WebFixture web)
{
    [Fact]
    public async Task Takes_OfASegment_AreListedAndShown()
    {
        var session = await web.FinishedAsync();
        await web.PutTakesAsync(session, "s02");

        var takes = await web.Http.GetFromJsonAsync<JsonElement>($"/api/sessions/{session}/segments/s02/takes");

        takes.GetProperty("pictures").EnumerateArray().Select(take => (
                take.GetProperty("number").GetInt32(), take.GetProperty("shown").GetBoolean(), take.GetProperty("madeBy").GetString(),
                take.GetProperty("at").GetDateTimeOffset().Year, take.GetProperty("cost").GetDecimal()))
            .Should().Equal((1, false, "drawn here", 2026, 0m), (2, true, "drawn here", 2026, 0m));
        foreach (var (address, tag) in new[] { ("s02?take=1", "scene:1"), ("s02?take=2", "scene:2"), ("s02", "scene:2") })
        {
            var still = await web.Http.GetAsync($"/api/sessions/{session}/stills/{address}");
            (still.Content.Headers.ContentType!.MediaType, still.Headers.ETag!.Tag).Should().Be(("image/jpeg", $"\"{tag}\""));
        }
    }

    [Fact]
    public async Task Takes_OfNoSegment_AreNotThere()
    {
        var session = await web.FinishedAsync();
        await web.PutTakesAsync(session, "s02");

        foreach (var path in new[] { "segments/s77/takes", "segments/..%2Fs02/takes", "stills/s02?take=3", "stills/s01?take=1" })
        {
            (await web.Http.GetAsync($"/api/sessions/{session}/{path}")).StatusCode.Should().Be(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Fork_ChosenTake_IsQuotedAsItsClipForNothing()
    {
        var session = await web.FinishedAsync();
        await web.PutTakesAsync(session, "s02");

        var answer = await QuoteAsync(session, new { change = "take", segmentId = "s02", take = 1 });
        var another = await QuoteAsync(session, new { change = "take", segmentId = "s02" });
        var none = await web.Http.PostAsJsonAsync(
            $"/api/sessions/{session}/fork?quote=true", new { changes = new[] { new { change = "take", segmentId = "s02", take = 5 } } });

        var part = answer.GetProperty("parts")[1];
        (part.GetProperty("take").GetInt32(), part.GetProperty("picture").GetBoolean(), part.GetProperty("clip").GetBoolean())
            .Should().Be((1, false, true));
        answer.GetProperty("quote").GetProperty("high").GetDecimal().Should().Be(0);
        another.GetProperty("parts")[1].GetProperty("picture").GetBoolean().Should().BeTrue();
        none.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await none.Content.ReadAsStringAsync()).Should().Contain("there are 1, 2 (shown)");
    }

    [Fact]
    public async Task Review_TakeThatIsNotThere_IsRefusedBeforeTheSessionHearsOfIt()
    {
        var session = await web.StartAsync(interactive: true);
        await web.UntilAsync(session, state => state.TryGetProperty("waitingFor", out var waits) && waits.GetString() == "story");

        var answer = await web.Http.PostAsJsonAsync(
            $"/api/sessions/{session}/review", new { subject = "scenes", segmentId = "s02", take = 3 });

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("no take 3");
        await web.Http.PostAsync($"/api/sessions/{session}/cancel", null);
    }

    private async Task<JsonElement> QuoteAsync(string session, object change)
    {
        var answer = await web.Http.PostAsJsonAsync($"/api/sessions/{session}/fork?quote=true", new { changes = new[] { change } });
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
