using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class ApiTests(WebFixture web)
{
    [Fact]
    public async Task Sessions_PageByPage_AreAllThereWhateverTheOrderInWhichTheyEnd()
    {
        var word = $"pages{Guid.NewGuid():N}"[..14];
        foreach (var number in Enumerable.Range(0, 5))
        {
            await web.Http.PostAsJsonAsync(
                "/api/sessions", new { source = WebFixture.Lesson, interactive = number is 0 or 3, sessionId = $"{word}-{number}" });
        }

        foreach (var ends in new[] { 4, 1, 2 })
        {
            await web.Client.GetWorkflowHandle(VideoWorkflowId.Of(new SessionKey("anna", $"{word}-{ends}"))).GetResultAsync();
        }

        List<string> seen = [];
        for (var behind = ""; ;)
        {
            var page = await web.Http.GetFromJsonAsync<JsonElement>($"/api/sessions?search={word}&limit=2{behind}");
            if (page.GetArrayLength() == 0)
            {
                break;
            }

            seen.AddRange(page.EnumerateArray().Select(row => row.GetProperty("sessionId").GetString()!));
            behind = $"&before={Uri.EscapeDataString(page[page.GetArrayLength() - 1].GetProperty("place").GetString()!)}";
        }

        seen.Distinct().Should().BeEquivalentTo(Enumerable.Range(0, 5).Select(number => $"{word}-{number}"));
        seen.Take(2).Should().BeEquivalentTo([$"{word}-0", $"{word}-3"], "those that run come first");
        (await web.Http.GetAsync("/api/sessions?before=yesterday")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        foreach (var waits in new[] { 0, 3 })
        {
            await web.Http.PostAsync($"/api/sessions/{word}-{waits}/cancel", null);
        }
    }

    [Fact]
    public async Task StartProcess_WithALesson_AnswersAtOnceAndMakesTheVideo()
    {
        var answer = await web.Http.PostAsJsonAsync(
            "/api/startprocess", new { userID = "anna", sessionID = "process-1", source = WebFixture.Lesson });

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var state = await web.UntilAsync("process-1", state => state.GetProperty("outcome").GetString() != "Running");
        state.GetProperty("outcome").GetString().Should().Be("Finished");
        state.GetProperty("videoUrl").GetString().Should().StartWith("/api/files/process-1/agent5/final.mp4");
    }

    [Fact]
    public async Task StartProcess_SessionWithoutLesson_Is404WithWhatToDo() =>
        (await DetailAsync("/api/startprocess", new { userID = "anna", sessionID = "nothing" }, HttpStatusCode.NotFound))
            .Should().Contain("source");

    [Theory]
    [InlineData("../etc", "s")]
    [InlineData("anna", "a b")]
    [InlineData("", "")]
    public async Task StartProcess_IdsThatCannotBe_Are400(string userID, string sessionID) =>
        await DetailAsync("/api/startprocess", new { userID, sessionID, source = "x" }, HttpStatusCode.BadRequest);

    [Fact]
    public async Task Generate_Prompt_IsQueuedAndFollowedToTheEnd()
    {
        var answer = await web.Http.PostAsJsonAsync("/api/generate", new { prompt = WebFixture.Lesson });
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var queued = await answer.Content.ReadFromJsonAsync<JsonElement>();
        queued.GetProperty("status").GetString().Should().Be("queued");
        var id = queued.GetProperty("video_id").GetString()!;

        await web.UntilAsync(id, state => state.GetProperty("outcome").GetString() == "Finished");

        var status = await web.Http.GetFromJsonAsync<JsonElement>($"/api/status/{id}");
        status.GetProperty("status").GetString().Should().Be("completed");
        status.GetProperty("progress").GetInt32().Should().Be(100);
        status.GetProperty("current_phase").GetString().Should().Be("complete");
        status.GetProperty("error").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task Generate_EmptyPrompt_Is422(string? prompt) =>
        await DetailAsync("/api/generate", new { prompt }, HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task GenerateV2_Prompt_Is202WithAllFields()
    {
        var answer = await web.Http.PostAsJsonAsync(
            "/api/v2/generate", new { prompt = WebFixture.Lesson, framework = "AIDA", interactive = false, session_id = "v2-1" });

        answer.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();
        started.GetProperty("generation_id").GetString().Should().Be("video:anna:v2-1");
        started.GetProperty("session_id").GetString().Should().Be("v2-1");
        started.GetProperty("websocket_url").GetString().Should().Be($"ws://{web.Address.Authority}/ws/v2-1");
    }

    [Fact]
    public async Task GenerateV2_FrameworkThatThereIsNot_Is400() =>
        (await DetailAsync("/api/v2/generate", new { prompt = "x", framework = "XYZ" }, HttpStatusCode.BadRequest))
            .Should().Contain("AIDA");

    [Theory]
    [InlineData("""{"prompt": "# A\n\nB.", "quality_threshold": 101}""", "quality_threshold: expected 0 to 100.", 422)]
    [InlineData("""{"prompt": "# A\n\nB.", "parallel_variants": 0}""", "parallel_variants: expected 1 to 100.", 422)]
    [InlineData("""{"prompt": "# A\n\nB.", "brand_assets": {"logo": "https://x.org/a.png"}}""", "not fetched from other addresses", 400)]
    [InlineData("""{"prompt": "# A\n\nB.", "brand_assets": {"product_images": [{"alt": "A"}]}}""", "images[0]: expected the id", 400)]
    [InlineData("""{"prompt": "# A\n\nB.", "brand_assets": {"logo": "../../etc/passwd"}}""", "no such upload", 404)]
    public async Task GenerateV2_ThatCannotBe_IsRefusedWithTheReason(string body, string reason, int status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await web.Http.PostAsync("/api/v2/generate", content);

        ((int)answer.StatusCode).Should().Be(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().Should().Contain(reason);
    }

    [Fact]
    public async Task GenerateV2_Overrides_ReachTheSessionAndWhatIsNotUsedIsSaid()
    {
        var picture = await UploadTests.TakeAsync(web.Http, "picture", "prism.png", UploadTests.Png);
        var answer = await web.Http.PostAsJsonAsync("/api/v2/generate", new
        {
            prompt = WebFixture.Lesson,
            session_id = "v2-2",
            quality_threshold = 55,
            parallel_variants = 2,
            enable_vbench = false,
            brand_assets = new
            {
                logo = picture,
                product_images = new object[] { new { upload = picture, alt = "raindrop" }, new { upload = picture } },
                character_images = new object[] { new { upload = picture, alt = "Iris" } },
            },
        });

        answer.StatusCode.Should().Be(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("warnings").EnumerateArray().Select(text => $"{text}").Should()
            .ContainSingle().Which.Should().StartWith("brand_assets.product_images[1] is not used: say what it shows");
        var input = await InputOfAsync("video:anna:v2-2");
        var settings = input.GetProperty("Settings");
        settings.GetProperty("MaxParallel").GetInt32().Should().Be(2);
        settings.GetProperty("Quality").GetRawText().Should().Be("""{"Enabled":false,"Good":55,"Acceptable":55}""");
        var brand = input.GetProperty("Brand");
        brand.GetProperty("logo").GetString().Should().StartWith("scaffold_test/anna/v2-2/lesson/");
        brand.GetProperty("pictures").EnumerateArray().Select(each => $"{each.GetProperty("alt")} {each.GetProperty("is_character")}")
            .Should().Equal("raindrop False", "Iris True");
    }

    private async Task<JsonElement> InputOfAsync(string workflow)
    {
        var history = await web.Client.GetWorkflowHandle(workflow).FetchHistoryAsync();
        return JsonSerializer.Deserialize<JsonElement>(
            history.Events.First().WorkflowExecutionStartedEventAttributes.Input.Payloads_[0].Data.Span);
    }

    [Theory]
    [InlineData("/api/status/none")]
    [InlineData("/api/video/none")]
    [InlineData("/api/sessions/none")]
    [InlineData("/api/sessions/none/events")]
    [InlineData("/api/files/none/agent5/final.mp4")]
    public async Task Get_UnknownSession_Is404(string path)
    {
        var answer = await web.Http.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Start_SameIdempotencyKey_IsOneSession()
    {
        async Task<string> StartAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sessions")
            {
                Content = JsonContent.Create(new { source = WebFixture.Lesson }),
                Headers = { { "Idempotency-Key", "order-17" } },
            };
            var answer = await web.Http.SendAsync(request);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sessionId").GetString()!;
        }

        (await StartAsync()).Should().Be(await StartAsync());
    }

    [Fact]
    public async Task Plan_Lesson_SaysWhatIsSaidAndWhatItCosts()
    {
        var answer = await web.Http.PostAsJsonAsync("/api/plan", new { source = WebFixture.Lesson });

        var plan = await answer.Content.ReadFromJsonAsync<JsonElement>();
        plan.GetProperty("story").GetRawText().Should().Contain("sunlight that raindrops bend");
        plan.GetProperty("quote").GetProperty("low").GetDecimal().Should().Be(0);
    }

    [Fact]
    public async Task File_Range_IsAnsweredInPart()
    {
        await web.PutAsync("files", "agent5/final.mp4", Encoding.ASCII.GetBytes("0123456789"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/files/files/agent5/final.mp4");
        request.Headers.Range = new RangeHeaderValue(2, 5);

        var answer = await web.Http.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsStringAsync()).Should().Be("2345");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("video/mp4");
    }

    [Theory]
    [InlineData("/api/files/files/%2e%2e/%2e%2e/other/x")]
    [InlineData("/api/files/files/..%2f..%2fx")]
    [InlineData("/api/files/files/a%5c..%5cx")]
    public async Task File_Traversal_IsRefused(string path)
    {
        var answer = await web.Http.GetAsync(new Uri(web.Address, new Uri(path, UriKind.Relative)));

        ((int)answer.StatusCode).Should().BeOneOf(400, 404);
    }

    [Fact]
    public async Task Document_IsOpenApi31AndNamesTheCalls()
    {
        var document = await web.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        document.GetProperty("openapi").GetString().Should().StartWith("3.1");
        document.GetProperty("paths").EnumerateObject().Select(path => path.Name)
            .Should().Contain(["/api/startprocess", "/api/generate", "/api/status/{id}", "/api/video/{id}", "/api/v2/generate"]);
    }

    [Theory]
    [InlineData("VideoOrder", true)]
    [InlineData("BrandOrder", true)]
    [InlineData("BrandImage", true)]
    [InlineData("StoryChange", true)]
    [InlineData("ProblemDetails", false)]
    [InlineData("VideoState", false)]
    public async Task Document_OfWhatIsSent_IsClosedAndOfAnswersOpen(string schema, bool isClosed)
    {
        var document = await web.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        document.GetProperty("components").GetProperty("schemas").GetProperty(schema).TryGetProperty("additionalProperties", out var others)
            .Should().Be(isClosed);
        others.ValueKind.Should().Be(isClosed ? JsonValueKind.False : JsonValueKind.Undefined);
    }

    private async Task<string> DetailAsync(string path, object body, HttpStatusCode expected)
    {
        var answer = await web.Http.PostAsJsonAsync(path, body);
        answer.StatusCode.Should().Be(expected, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
    }
}
