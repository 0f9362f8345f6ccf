using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class ForkTests(WebFixture web)
{
    private static readonly object Retold = new
    {
        changes = new object[] { new { change = "text", segmentId = "s02", sentences = new[] { "Look at the rain." } } },
    };

    [Fact]
    public async Task Fork_Quote_SaysWhatIsMadeAgainAndStartsNothing()
    {
        var parent = await web.FinishedAsync();

        var answer = await AnswerAsync(await web.Http.PostAsJsonAsync($"/api/sessions/{parent}/fork?quote=true", Retold));

        answer.GetProperty("sessionId").ValueKind.Should().Be(JsonValueKind.Null);
        answer.GetProperty("parts").EnumerateArray().Where(part => part.GetProperty("clip").GetBoolean())
            .Select(part => part.GetProperty("segmentId").GetString()).Should().Equal("s02");
        answer.GetProperty("quote").GetProperty("low").GetDecimal().Should().Be(0);
        answer.GetProperty("story").GetProperty("segments")[1].GetProperty("narration").GetString().Should().Be("Look at the rain.");
    }

    [Fact]
    public async Task Fork_SameIdempotencyKey_IsOneSessionThatKnowsItsParent()
    {
        var parent = await web.FinishedAsync();

        async Task<string> ForkAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/sessions/{parent}/fork")
            {
                Content = JsonContent.Create(Retold),
                Headers = { { "Idempotency-Key", $"fork of {parent}" } },
            };
            return (await AnswerAsync(await web.Http.SendAsync(request))).GetProperty("sessionId").GetString()!;
        }

        var child = await ForkAsync();
        (await ForkAsync()).Should().Be(child);

        var state = await web.UntilAsync(child, state => state.GetProperty("outcome").GetString() == "Finished");
        state.GetProperty("parent").GetProperty("sessionId").GetString().Should().Be(parent);
        web.Studio.Forked!.Changes.Should().ContainSingle().Which.SegmentId.Should().Be("s02");
    }

    [Fact]
    public async Task Fork_OwnPicture_IsInTheStoreOfTheNewSession()
    {
        var parent = await web.FinishedAsync();
        var id = await UploadTests.TakeAsync(web.Http, "picture", "photo.png", UploadTests.Png);

        var child = (await AnswerAsync(await web.Http.PostAsJsonAsync($"/api/sessions/{parent}/fork", new
        {
            changes = new object[] { new { change = "picture", segmentId = "s01", picture = id } },
        }))).GetProperty("sessionId").GetString()!;

        await web.UntilAsync(child, state => state.GetProperty("outcome").GetString() == "Finished");
        var key = web.Studio.Forked!.Changes[0].Picture!;
        key.Should().StartWith($"scaffold_test/anna/{child}/lesson/");
        File.Exists(Path.Combine(web.Store, key)).Should().BeTrue();
    }

    public static TheoryData<string, string, int, string> Refused => new()
    {
        { "", """{"changes": [{"change": "take", "segmentId": "s01"}]}""", 422, "no picture of s01" },
        { "", """{"changes": [{"change": "take", "segmentId": "s01", "of": "voice"}]}""", 422, "the same each time" },
        { "", """{"from": "scenes", "changes": [{"change": "take", "segmentId": "s01"}]}""", 422, "All scenes" },
        { "", """{"changes": []}""", 422, "Nothing is changed" },
        { "", """{"changes": [{"change": "text", "segmentId": "s77", "title": "x"}]}""", 422, "no segment" },
        { "", """{"changes": [{"change": "voice", "segmentId": "s01", "voice": "nobody"}]}""", 422, "nobody" },
        { "", """{"changes": [{"change": "picture", "segmentId": "s01", "picture": "../../etc/passwd"}]}""", 404, "no such upload" },
        { "", """{"from": "story", "changes": [{"change": "delete", "segmentId": "s01"}]}""", 422, "written again" },
        { "", """{"from": "scenes", "costLimit": -1}""", 422, "costLimit" },
        { "", """{"changes": [{"change": "explode", "segmentId": "s01"}]}""", 400, "status" },
        { "none", """{"from": "scenes"}""", 404, "no such session" },
        { "../x", """{"from": "scenes"}""", 400, "sessionID" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Fork_WhatCannotBe_IsRefusedWithTheReason(string session, string body, int status, string reason)
    {
        session = session.Length > 0 ? session : await web.FinishedAsync();

        var answer = await web.Http.PostAsync(
            $"/api/sessions/{Uri.EscapeDataString(session)}/fork", new StringContent(body, null, "application/json"));

        ((int)answer.StatusCode).Should().Be(status, await answer.Content.ReadAsStringAsync());
        (await answer.Content.ReadAsStringAsync()).Should().Contain(reason);
    }

    [Fact]
    public async Task Fork_SessionThatRuns_IsRefused()
    {
        var session = await web.StartAsync(interactive: true);

        var answer = await web.Http.PostAsJsonAsync($"/api/sessions/{session}/fork", new { from = "scenes" });

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        await web.Http.PostAsync($"/api/sessions/{session}/cancel", null);
    }

    [Fact]
    public async Task Fork_SessionOfAnotherUser_IsNotThere()
    {
        var parent = await web.FinishedAsync();
        var (app, login) = await web.ServeWithKeysAsync();
        await using (app)
        {
            using var berta = login("berta");

            (await berta.PostAsJsonAsync($"/api/sessions/{parent}/fork?userID=anna", Retold)).StatusCode
                .Should().Be(HttpStatusCode.NotFound);
        }
    }

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
