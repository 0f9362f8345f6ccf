using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Temporalio.Exceptions;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class McpTests(WebFixture web)
{
    [Fact]
    public async Task Tools_OfTheOfficialClient_QuoteMakeFollowAndFetch()
    {
        await using var client = await ConnectAsync();
        (await client.ListToolsAsync()).Select(tool => tool.Name).Should()
            .BeEquivalentTo(
                "quote", "make", "voices", "upload", "sessions", "follow", "story", "takes", "still", "fetch", "review", "decide", "cancel",
                "edit", "pipeline_templates", "pipelines", "pipeline_start", "pipeline_follow", "pipeline_approve", "pipeline_logs",
                "pipeline_rerun", "pipeline_cancel");

        (await SayAsync(client, "quote", new() { ["lesson"] = WebFixture.Lesson })).Should().Contain("raindrops bend");
        var made = JsonSerializer.Deserialize<JsonElement>(await SayAsync(client, "make", new() { ["lesson"] = WebFixture.Lesson }));
        var session = made.GetProperty("sessionId").GetString()!;
        await web.UntilAsync(session, state => state.GetProperty("outcome").GetString() == "Finished");

        (await SayAsync(client, "follow", new() { ["session"] = session })).Should().Contain("\"Finished\"");
        (await SayAsync(client, "fetch", new() { ["session"] = session })).Should().StartWith($"{web.Address}f/");
    }

    [Fact]
    public async Task Make_WithWishesAndAKey_IsOneSessionAsWished()
    {
        await using var client = await ConnectAsync();
        (await SayAsync(client, "voices", [])).Should().Contain("description");
        var order = new Dictionary<string, object?>
        {
            ["lesson"] = WebFixture.Lesson,
            ["interactive"] = true,
            ["wishes"] = new { session = "mcp-wished", speed = 1.2, music = false },
            ["idempotencyKey"] = "mcp once",
        };
        var made = JsonDocument.Parse(await SayAsync(client, "make", order)).RootElement;
        var again = JsonDocument.Parse(await SayAsync(client, "make", order)).RootElement;

        again.GetProperty("sessionId").GetString().Should().Be(made.GetProperty("sessionId").GetString());
        again.GetProperty("resumed").GetBoolean().Should().BeTrue();
        var session = made.GetProperty("sessionId").GetString()!;
        var input = await web.Client.GetWorkflowHandle(VideoWorkflowId.Of(new SessionKey("anna", session))).FetchHistoryAsync();
        var started = input.Events.First().WorkflowExecutionStartedEventAttributes.Input.Payloads_[0].Data.ToStringUtf8();
        JsonDocument.Parse(started).RootElement.GetProperty("Sound").GetRawText().Should().Contain("1.2").And.Contain("off");
        (await SayAsync(client, "sessions", new() { ["search"] = session })).Should().Contain("Running");
        (await SayAsync(client, "cancel", new() { ["session"] = session })).Should().Contain("stop");
        await web.UntilAsync(session, state => state.GetProperty("outcome").GetString() == "Cancelled");
    }

    [Fact]
    public async Task Review_OfTheScenes_ChoosesATakeAndApproves()
    {
        await using var client = await ConnectAsync();
        var session = await web.StartAsync(interactive: true);
        await web.UntilAsync(session, state => state.GetProperty("waitingFor").ValueKind == JsonValueKind.String);
        var story = await web.PutStoryAsync(session);
        (await SayAsync(client, "story", new() { ["session"] = session })).Should().Contain("s01").And.Contain("plan:1");
        Dictionary<string, object?> Of(string subject, string version = "plan:1") =>
            new() { ["session"] = session, ["subject"] = subject, ["version"] = version };

        (await client.CallToolAsync("review", Of("story", "of yesterday"))).IsError.Should().BeTrue();
        (await SayAsync(client, "review", Of("story"))).Should().Be("Approved.");
        await web.UntilAsync(session, state => state.GetProperty("waitingFor").GetString() == "scenes");
        await web.PutAsync(session, "agent2/storyboard.json", story, "plan:1");
        await web.PutTakesAsync(session, "s01");
        var still = await client.CallToolAsync("still", new Dictionary<string, object?> { ["session"] = session, ["segment"] = "s01" });
        still.Content.OfType<ImageContentBlock>().Should().ContainSingle().Which.MimeType.Should().Be("image/jpeg");
        (await TextAsync(client, "review", new(Of("scenes")) { ["segment"] = "s01", ["take"] = 7 })).Should().Contain("no take 7");
        (await SayAsync(client, "review", new(Of("scenes")) { ["segment"] = "s01", ["take"] = 1 })).Should().Be("s01 shows take 1.");

        await SayAsync(client, "cancel", new() { ["session"] = session });
        await web.UntilAsync(session, state => state.GetProperty("outcome").GetString() == "Cancelled");

        // The state says so a moment before the run has ended.
        await web.Client.GetWorkflowHandle(VideoWorkflowId.Of(new SessionKey("anna", session))).Awaiting(run => run.GetResultAsync())
            .Should().ThrowAsync<WorkflowFailedException>();
        (await TextAsync(client, "cancel", new() { ["session"] = session })).Should().Contain("ended");
        (await TextAsync(client, "decide", new() { ["session"] = session, ["decision"] = new { choice = "retry" } }))
            .Should().Contain("ended");
    }

    [Fact]
    public async Task Edit_OfAnEndedSession_IsQuotedAndStartedOnce()
    {
        await using var client = await ConnectAsync();
        var session = await web.FinishedAsync();
        Dictionary<string, object?> change = new()
        {
            ["session"] = session,
            ["changes"] = new[] { new { change = "text", segmentId = "s02", sentences = new[] { "Light bends." } } },
            ["idempotencyKey"] = $"edit {session}",
        };

        var quote = JsonDocument.Parse(await SayAsync(client, "edit", change)).RootElement;
        quote.TryGetProperty("sessionId", out _).Should().BeFalse("nothing is started");
        var made = JsonDocument.Parse(await SayAsync(client, "edit", new(change) { ["quoteOnly"] = false })).RootElement;
        var again = JsonDocument.Parse(await SayAsync(client, "edit", new(change) { ["quoteOnly"] = false })).RootElement;
        again.GetProperty("sessionId").GetString().Should().Be(made.GetProperty("sessionId").GetString()).And.NotBeNull();
        await web.UntilAsync(made.GetProperty("sessionId").GetString()!, state => state.GetProperty("outcome").GetString() == "Finished");
    }

    [Fact]
    public async Task Upload_OfWhatItIsNot_SaysSoAndAPictureIsTaken()
    {
        await using var client = await ConnectAsync();
        Dictionary<string, object?> picture = new() { ["kind"] = "picture", ["name"] = "lamp.png" };

        (await SayAsync(client, "upload", new(picture) { ["base64"] = Convert.ToBase64String(UploadTests.Png) })).Should().Contain(".png");
        (await TextAsync(client, "upload", new(picture) { ["base64"] = Convert.ToBase64String("<svg/>"u8) })).Should().Contain("PNG");
        (await TextAsync(client, "upload", new(picture) { ["base64"] = "***" })).Should().Contain("base64");
    }

    [Fact]
    public async Task Make_MoreThanAMinuteAllows_IsRefused()
    {
        var (app, login) = await web.ServeWithKeysAsync(options => options with { StartsPerMinute = 1 });
        await using (app)
        {
            using var http = login("mcp-many");
            await using var client = await ConnectAsync(new Uri(app.Urls.First()), http);
            var made = JsonDocument.Parse(await SayAsync(client, "make", new() { ["lesson"] = WebFixture.Lesson })).RootElement;

            (await TextAsync(client, "make", new() { ["lesson"] = WebFixture.Lesson })).Should().Contain("Wait");

            var other = new Dictionary<string, object?> { ["session"] = made.GetProperty("sessionId").GetString() };
            await using var anna = await ConnectAsync();
            (await TextAsync(anna, "follow", other)).Should().Contain("no such session");
        }
    }

    [Theory]
    [InlineData("follow", """{"session": "none"}""", "There is no such session of yours: 'sessions' lists those there are.")]
    [InlineData("pipeline_follow", """{"pipeline": "none"}""", "There is no such pipeline of yours: 'pipelines' lists those there are.")]
    [InlineData("pipeline_cancel", """{"pipeline": "none"}""", "There is no such pipeline of yours: 'pipelines' lists those there are.")]
    [InlineData("story", """{"session": "../x"}""", "userID and sessionID are 1 to 64 letters, digits, ")]
    [InlineData("pipeline_start", """{"template": "none"}""", "There is no template 'none'")]
    [InlineData("quote", """{"lesson": "# A", "size": "huge"}""", "size: expected 16:9, 9:16")]
    [InlineData("quote", """{"lesson": "# A"}""", "No lesson is about ")]
    [InlineData("upload", """{"kind": "film", "name": "a", "base64": ""}""", "'film' is nothing that is taken: expected lesson")]
    [InlineData("review", """{"session": "none", "subject": "end", "version": "1"}""", "subject: expected story or scenes.")]
    public async Task Tool_ThatRefuses_SaysOurSentenceAndNothingBeforeIt(string tool, string arguments, string words)
    {
        await using var client = await ConnectAsync();

        (await TextAsync(client, tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!)).Should().StartWith(words);
    }

    [Fact]
    public async Task Tool_OfARunThatNoWorkerAnswersFor_SaysSo()
    {
        await using var client = await ConnectAsync();
        var id = VideoWorkflowId.Of(new SessionKey("anna", "mcp-alone"));
        var run = await web.Client.StartWorkflowAsync(nameof(VideoWorkflow), [], new(id, "nobody-polls"));

        (await TextAsync(client, "follow", new() { ["session"] = "mcp-alone" })).Should().StartWith("No worker answers at present. ");

        await run.TerminateAsync();
    }

    [Fact]
    public async Task Tool_ThatFailsItself_TellsNothingOfItsInside()
    {
        await using var client = await ConnectAsync();
        var session = await web.FinishedAsync();
        await web.PutAsync(session, "agent2/storyboard.json", "no story"u8.ToArray(), "plan:1");

        (await TextAsync(client, "takes", new() { ["session"] = session, ["segment"] = "s01" }))
            .Should().Be("Something is wrong on this side; the server's log says what. Ask again.");
    }

    [Theory]
    [InlineData("quote", """{"lesson": "# A", "seconds": "ten"}""", "seconds: 'ten' cannot be read: expected a number.")]
    [InlineData("quote", """{"lesson": 5}""", "lesson: '5' cannot be read: expected a text.")]
    [InlineData("quote", """{"lesson": null}""", "lesson: 'null' cannot be read: expected a text.")]
    [InlineData("quote", """{"seconds": 30}""", "lesson is missing.")]
    [InlineData("quote", """{"lesson": "# A", "voice": "Eva"}""", "voice is not known: expected lesson, seconds, ")]
    [InlineData("quote", """{"lesson": "# A", "wishes": "fast"}""", "wishes: 'fast' cannot be read: expected an object.")]
    [InlineData("quote", """{"lesson": "# A", "wishes": {"speed": "fast"}}""", "wishes.speed: 'fast' cannot be read: expected a number.")]
    [InlineData("quote", """{"lesson": "# A", "wishes": {"seconds": 30}}""", "wishes.seconds is not known: expected voice, speed, ")]
    [InlineData("quote", """{"lesson": "# A", "wishes": {"tracks": [7]}}""", "wishes.tracks[0]: '7' cannot be read: expected a text.")]
    [InlineData("quote", """{"lesson": "# A", "wishes": {"pictures": {"a": 7}}}""", "wishes.pictures.a: '7' cannot be read: expected a ")]
    [InlineData("quote", """{"lesson": "# A", "costLimit": 1e99}""", "An argument of 'quote' cannot be read.")]
    [InlineData("make", """{"lesson": "# A", "interactive": "maybe"}""", "interactive: 'maybe' cannot be read: expected true or false.")]
    [InlineData("follow", """{"session": "a", "after": 1.5}""", "after: '1.5' cannot be read: expected a whole number.")]
    [InlineData("pipelines", """{"before": "yesterday"}""", "before: 'yesterday' cannot be read: expected a time such as ")]
    [InlineData("edit", """{"session": "a", "changes": [{"segmentId": "s01"}]}""", "changes[0].change is missing.")]
    [InlineData("edit", """{"session": "a", "changes": [{"change": "no"}]}""", "changes[0].change: 'no' cannot be read: expected ")]
    [InlineData("edit", """{"session": "a", "from": "soon"}""", "from: 'soon' cannot be read: expected changes, story, ")]
    [InlineData("decide", """{"session": "a", "decision": {"choice": 1}}""", "decision.choice: '1' cannot be read: expected ")]
    [InlineData("decide", """{"session": "a", "decision": {"choice": "Retry"}}""", "decision.choice: 'Retry' cannot be read: expected ")]
    [InlineData("voices", """{"language": "de"}""", "language is not known: nothing is expected.")]
    public async Task Tool_ArgumentsItCannotRead_SaysWhichAndWhatIsExpected(string tool, string arguments, string words)
    {
        await using var client = await ConnectAsync();

        var said = await TextAsync(client, tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

        said.Should().StartWith(words).And.EndWith("tools/list says what is expected.");
        said.Should().NotContainAny("System.", "Json", "TemporalVideo", "line ", " or .", "null.");
    }

    [Fact]
    public async Task Tool_ArgumentsInOtherCaseOrNull_AreTaken()
    {
        await using var client = await ConnectAsync();
        var wishes = new { Speed = 1.1, Voice = (string?)null };
        Dictionary<string, object?> order = new() { ["lesson"] = WebFixture.Lesson, ["seconds"] = null, ["wishes"] = wishes };
        Dictionary<string, object?> word = new() { ["session"] = "none", ["decision"] = new { Choice = "retry", paid = (bool?)null } };

        (await SayAsync(client, "quote", order)).Should().Contain("raindrops bend");
        (await TextAsync(client, "decide", word)).Should().Contain("no such session");
        (await TextAsync(client, "edit", new() { ["session"] = "none", ["from"] = null })).Should().NotContain("cannot be read");
    }

    private Task<McpClient> ConnectAsync() => ConnectAsync(web.Address, web.Http);

    private static Task<McpClient> ConnectAsync(Uri address, HttpClient http) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(address, "/mcp") }, http, ownsHttpClient: false));

    private static async Task<string> SayAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var (text, isError) = await CallAsync(client, tool, arguments);
        isError.Should().BeFalse(text);
        return text;
    }

    /// <summary>What a tool says that refuses.</summary>
    private static async Task<string> TextAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var (text, isError) = await CallAsync(client, tool, arguments);
        isError.Should().BeTrue(text);
        text.Should().NotContain("error occurred", "that is the SDK's");
        return text;
    }

    private static async Task<(string Text, bool IsError)> CallAsync(
        McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var answer = await client.CallToolAsync(tool, arguments);
        return (string.Concat(answer.Content.OfType<TextContentBlock>().Select(block => block.Text)), answer.IsError == true);
    }
}
