using System.Net;
using System.Text;
using TemporalVideo.Web.Api;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class ChapterTests(WebFixture web)
{
    [Fact]
    public void Of_Titles_FollowOnEachOtherAndAreNoMarkup() =>
        ChapterEndpoints.Of([("Bits & <bytes>", 61.5), ("Two\nlines", 3541)]).Should().Be(
            "WEBVTT\n\n00:00:00.000 --> 00:01:01.500\nBits &amp; &lt;bytes&gt;\n\n00:01:01.500 --> 01:00:02.500\nTwo lines\n");

    [Fact]
    public async Task Chapters_BeforeAndAfterTheNarrationIsTimed_Are404AndTheTitles()
    {
        var session = await web.FinishedAsync();
        (await web.Http.GetAsync($"/api/sessions/{session}/chapters")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await web.PutAsync(session, "agent4/timing.json", Timing());

        var answer = await web.Http.GetAsync($"/api/sessions/{session}/chapters");

        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/vtt");
        (await answer.Content.ReadAsStringAsync()).Should()
            .Contain("00:00:00.000 --> 00:00:05.500\nWhat is a rainbow?").And.Contain("00:00:05.500 --> 00:00:09.000\nWhere to look");
    }

    internal static byte[] Timing() => Encoding.UTF8.GetBytes(
        """
        {"Tempo": 1, "Segments": [{"SegmentId": "s01", "Duration": 5.5, "Sentences": []},
         {"SegmentId": "s02", "Duration": 3.5, "Sentences": []}]}
        """);
}
