using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TemporalVideo.Web.Tests;

/// <summary>Files are what they are, not what their names say, and nobody else's.</summary>
[Collection(WebCollection.Name)]
public sealed class UploadTests(WebFixture web)
{
    /// <summary>A picture of one pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Lesson_InAnotherEncoding_ComesBackAsText()
    {
        var id = await TakeAsync(web.Http, "lesson", "Käse.md", Encoding.Latin1.GetBytes("# Käse\n\nKäse ist aus Milch."));

        var text = await web.Http.GetFromJsonAsync<JsonElement>($"/api/uploads/{id}/text");

        text.GetProperty("text").GetString().Should().Be("# Käse\n\nKäse ist aus Milch.");
    }

    public static TheoryData<string, string, byte[], HttpStatusCode> Hostile => new()
    {
        { "picture", "photo.png", "<svg onload='alert(1)'/>"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "picture", "photo.png", "MZ this is a program"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "picture", "photo.png", Png[..20], HttpStatusCode.UnsupportedMediaType },
        { "lesson", "lesson.md", Png, HttpStatusCode.UnsupportedMediaType },
        { "lesson", "lesson.md", "PK\u0003\u0004zip"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "music", "song.mp3", "#EXTM3U\nhttp://169.254.169.254/"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "music", "song.mp3", [], HttpStatusCode.BadRequest },
        { "lesson", "lesson.md", new byte[(2 << 20) + 1].Select(_ => (byte)'x').ToArray(), HttpStatusCode.RequestEntityTooLarge },
        { "recording", "mine.mp3", "ID3 and nothing else"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "recording", "mine.png", Png, HttpStatusCode.UnsupportedMediaType },
        { "program", "x.md", "x"u8.ToArray(), HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Upload_SomethingElse_IsRefusedAndNothingIsKept(string kind, string name, byte[] content, HttpStatusCode status)
    {
        var answer = await PostAsync(web.Http, kind, name, content);

        answer.StatusCode.Should().Be(status, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        Directory.EnumerateFiles(web.Uploads("anna"), "*.part*").Should().BeEmpty();
    }

    [Fact]
    public async Task Upload_NameThatLeadsElsewhere_IsOnlyAName()
    {
        var answer = await PostAsync(web.Http, "picture", "../../../../tmp/evil.png", Png);

        var taken = await answer.Content.ReadFromJsonAsync<JsonElement>();
        taken.GetProperty("name").GetString().Should().Be("evil.png");
        taken.GetProperty("id").GetString().Should().MatchRegex(@"\A[0-9a-f]{32}\.png\z");
    }

    [Fact]
    public async Task Upload_MoreThanAUserMayKeep_IsRefused()
    {
        var (app, login) = await web.ServeWithKeysAsync(options => options with { UploadBytesPerUser = 100 });
        await using (app)
        {
            using var anna = login("anna");
            await TakeAsync(anna, "picture", "a.png", Png);

            (await PostAsync(anna, "lesson", "b.md", Encoding.ASCII.GetBytes(new string('x', 50)))).StatusCode
                .Should().Be(HttpStatusCode.RequestEntityTooLarge);
        }
    }

    [Fact]
    public async Task Upload_OfAnotherUser_IsNotThere()
    {
        var (app, login) = await web.ServeWithKeysAsync();
        await using (app)
        {
            using var anna = login("anna");
            using var berta = login("berta");
            var id = await TakeAsync(anna, "lesson", "a.md", "# A"u8.ToArray());

            (await berta.GetAsync($"/api/uploads/{id}/text")).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await berta.DeleteAsync($"/api/uploads/{id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await anna.DeleteAsync($"/api/uploads/{id}")).StatusCode.Should().Be(HttpStatusCode.NoContent);
            (await anna.GetAsync($"/api/uploads/{id}/text")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Plan_LessonWithAPictureThatWasBrought_ShowsIt()
    {
        var id = await TakeAsync(web.Http, "picture", "drop.png", Png);
        const string Source = "# Drops\n\n## A drop\n\nA drop is round.\n\n![A drop](drop.png)\n";

        var plan = await web.Http.PostAsJsonAsync(
            "/api/plan", new { source = Source, pictures = new Dictionary<string, string> { ["drop.png"] = id } });
        var outside = await web.Http.PostAsJsonAsync(
            "/api/plan", new { source = Source, pictures = new Dictionary<string, string> { ["../drop.png"] = id } });

        (await plan.Content.ReadAsStringAsync()).Should().Contain("\"kind\":\"picture\"");
        outside.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Start_WithOwnFiles_PutsThemWhereTheWorkersFindThem()
    {
        var picture = await TakeAsync(web.Http, "picture", "drop.png", Png);
        var track = await TakeAsync(web.Http, "music", "song.mp3", "ID3 a song"u8.ToArray());

        var answer = await web.Http.PostAsJsonAsync("/api/sessions", new
        {
            source = WebFixture.Lesson,
            tracks = new[] { track },
            pictures = new Dictionary<string, string> { ["drop.png"] = picture },
        });

        var session = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sessionId").GetString()!;
        await web.UntilAsync(session, state => state.GetProperty("outcome").GetString() == "Finished");
        web.Studio.Planned!.LessonPictures["drop.png"].Should().StartWith($"scaffold_test/anna/{session}/lesson/");
        web.Studio.Planned.Sound.Tracks.Should().ContainSingle().Which.Key.Should().StartWith($"scaffold_test/anna/{session}/tracks/");
    }

    internal static async Task<string> TakeAsync(HttpClient http, string kind, string name, byte[] content)
    {
        var answer = await PostAsync(http, kind, name, content);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string kind, string name, byte[] content)
    {
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { part, "file", name } };
        return await http.PostAsync($"/api/uploads/{kind}", form);
    }
}
