using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class PageTests(WebFixture web) : BrowserTests(web)
{
    [SkippableFact]
    public async Task TestPage_SessionThatFinishes_ShowsGreenLightsTheVideoAndTheCosts()
    {
        var page = await OpenAsync("test.html");
        await page.FillAsync("#source", WebFixture.Lesson);
        await page.ClickAsync("#start-form button:not([type=button])");

        foreach (var agent in new[] { "Orchestrator", "Agent2", "Agent4", "Agent5" })
        {
            await page.WaitForSelectorAsync($"[data-agent={agent}] [data-status=finished]");
        }

        (await page.IsVisibleAsync("[data-agent=Agent6]")).Should().BeFalse();
        (await page.InnerTextAsync("#costs")).Should().Be("Agent2: $0.00 | Agent4: $0.00 | Agent5: $0.00 | Total: $0.00");
        (await page.GetAttributeAsync("#video-link", "href")).Should().Contain("/agent5/final.mp4");
        (await page.InnerTextAsync("[data-agent=Agent5] .said")).Should().Contain("files");
    }

    [SkippableFact]
    public async Task TestPage_Agent5InError_ShowsAgent6AndItsCosts()
    {
        var page = await OpenAsync("test.html");
        await page.EvaluateAsync(
            """
            async () => {
              const { Agents } = await import("/agents.js");
              window.lights = new Agents(document.getElementById("agents"), document.getElementById("costs"));
              const say = (agentnumber, status, more) => window.lights.take({ agentnumber, status, ...more });
              say("Orchestrator", "starting", {});
              say("Agent2", "finished", { cost: 0.01 });
              say("Agent4", "finished", { cost: 0.05 });
              say("Agent5", "processing", { cost: 0.1 });
            }
            """);
        (await page.IsVisibleAsync("[data-agent=Agent6]")).Should().BeFalse();
        const string Light = "name => getComputedStyle(document.querySelector(`[data-agent=${name}] .light`))";
        (await page.EvaluateAsync<string>($"({Light})('Orchestrator').animationName")).Should().Be("blink");

        await page.EvaluateAsync(
            """
            () => {
              window.lights.take({ agentnumber: "Agent5", status: "error", reason: "It broke.", cost: 0.15 });
              window.lights.take({ agentnumber: "Agent6", status: "processing", cost: 0.12 });
            }
            """);

        (await page.IsVisibleAsync("[data-agent=Agent6]")).Should().BeTrue();
        (await page.InnerTextAsync("#costs")).Should()
            .Be("Agent2: $0.01 | Agent4: $0.05 | Agent5: $0.15 | Agent6: $0.12 | Total: $0.33");
        (await page.EvaluateAsync<string>($"({Light})('Agent5').backgroundColor")).Should().Be("rgb(198, 40, 40)");
        (await page.EvaluateAsync<string>($"({Light})('Agent6').backgroundColor")).Should().Be("rgb(224, 164, 0)");
        (await page.EvaluateAsync<string>($"({Light})('Agent2').backgroundColor")).Should().Be("rgb(46, 125, 50)");
    }

    [SkippableFact]
    public async Task Studio_PastedLesson_IsPlannedWhileTypingAndStarted()
    {
        var page = await OpenAsync("");
        await page.FillAsync("#source", WebFixture.Lesson);
        await page.WaitForSelectorAsync("#plan >> text=A rainbow is sunlight that raindrops bend.");
        await page.UncheckAsync("#interactive");
        await page.WaitForSelectorAsync("#start:enabled");

        await page.ClickAsync("#start");

        await ArriveAsync(page, "/session\\.html\\?id=");
        await page.WaitForSelectorAsync("#stage >> text=The video is ready.");
        await page.WaitForSelectorAsync("#player[src]");
        (await page.GetAttributeAsync("#player", "src")).Should().Contain("final.mp4");
        await Web.CostAsync(new Uri(page.Url).Query.Split('=', '&')[1], 0.25m);
        await page.GotoAsync("/sessions.html", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.WaitForSelectorAsync("#rows .costs >> text=$0.25");
    }

    [SkippableFact]
    public async Task SessionPage_OneSegmentChanged_SaysWhatIsMadeAgainAndMakesANewSession()
    {
        var parent = await Web.FinishedAsync();
        var page = await OpenAsync($"session.html?id={parent}");
        var card = page.Locator("[data-segment=s02]");
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Text") }).ClickAsync();
        await card.Locator("textarea").FillAsync("Look at the rain, with the sun behind you.");
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Apply") }).ClickAsync();
        await card.GetByText("spoken again").WaitForAsync();
        (await page.Locator("[data-segment=s01] .tag").CountAsync()).Should().Be(0, "nothing of it is made again");
        (await page.InnerTextAsync("#edit-price")).Should().StartWith("1 of 2 clips").And.Contain("free");
        await InBothColoursAsync(page);

        await page.ClickAsync("#edit-make");

        await ArriveAsync(page, $"session\\.html(?!.*{Regex.Escape(parent)})");
        await page.WaitForSelectorAsync("#stage >> text=The video is ready.");
        await page.WaitForSelectorAsync("#parent[href]");
        (await page.GetAttributeAsync("#parent", "href")).Should().Contain(parent);
        Web.Studio.Forked!.Changes.Should().ContainSingle().Which.Sentences.Should().Equal("Look at the rain, with the sun behind you.");
    }

    [SkippableFact]
    public async Task SessionPage_TakeOfAPicture_IsChosenFromTheStripWithItsPriceFirst()
    {
        var parent = await Web.FinishedAsync();
        await Web.PutTakesAsync(parent, "s02");
        var page = await OpenAsync($"session.html?id={parent}");
        var card = page.Locator("[data-segment=s02]");
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Picture") }).ClickAsync();
        await card.GetByText("Take 2, shown").WaitForAsync();
        await Assertions.Expect(card.Locator(".take-strip img")).ToHaveCountAsync(2);
        await InBothColoursAsync(page);

        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take 1") }).ClickAsync();

        await card.GetByText("take 1", new() { Exact = true }).WaitForAsync();
        (await card.Locator(".tag").AllInnerTextsAsync()).Should().Equal("take 1", "clip again");
        (await card.Locator("img").GetAttributeAsync("src")).Should().Contain("take=1");
        (await page.InnerTextAsync("#edit-price")).Should().StartWith("1 of 2 clips").And.Contain("free");
        await page.ClickAsync("#edit-make");
        await ArriveAsync(page, $"session\\.html(?!.*{Regex.Escape(parent)})");
        await page.WaitForSelectorAsync("#stage >> text=The video is ready.");
        Web.Studio.Forked!.Changes.Should().ContainSingle().Which.Take.Should().Be(1);
    }

    [SkippableFact]
    public async Task SessionPage_ChangeByKeyboard_SaysFaultsBesideItAndKeepsTheFocus()
    {
        var page = await OpenAsync($"session.html?id={await Web.FinishedAsync()}");
        var card = page.Locator("[data-segment=s02]");
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Picture") }).PressAsync("Enter");
        (await card.Locator("[aria-expanded=true]").InnerTextAsync()).Should().Be("Picture");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(card.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say what it is to show");

        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Up") }).PressAsync("Enter");

        await page.WaitForSelectorAsync("#edit-list li:first-child[data-segment=s02]");
        (await page.EvaluateAsync<string>("document.activeElement.closest('[data-segment]').dataset.segment")).Should().Be("s02");
        (await page.Locator("#edit [role=alert]").CountAsync()).Should().Be(0);
    }

    [SkippableFact]
    public async Task SessionPage_SegmentsMovedAndUndone_StandAsTheyDid()
    {
        var page = await OpenAsync($"session.html?id={await Web.FinishedAsync()}");
        await page.Locator("[data-segment=s02]").GetByRole(AriaRole.Button, new() { NameRegex = new("^Up") }).ClickAsync();
        await page.WaitForSelectorAsync("#edit-list li:first-child[data-segment=s02]");

        await page.ClickAsync("#edit-undo");

        await page.WaitForSelectorAsync("#edit-list li:first-child[data-segment=s01]");
        (await page.IsDisabledAsync("#edit-make")).Should().BeTrue();
    }

    [SkippableFact]
    public async Task SessionPage_ScriptRewrittenAndApproved_ReachesTheStory()
    {
        var session = await Web.StartAsync(interactive: true);
        await Web.UntilAsync(session, state => state.TryGetProperty("waitingFor", out var waits) && waits.GetString() == "story");
        await Web.PutStoryAsync(session);
        var page = await OpenAsync($"session.html?id={session}");
        await page.GetByLabel("What segment 2 says").FillAsync("Look at the rain.\nThe sun is behind you.");
        await InBothColoursAsync(page);

        await page.ClickAsync("#approve");

        await Web.UntilAsync(session, state => state.TryGetProperty("waitingFor", out var waits) && waits.GetString() == "scenes");
        var edit = Web.Studio.Edited!.Edits.Should().ContainSingle().Subject;
        edit.SegmentId.Should().Be("s02");
        edit.Sentences.Should().Equal("Look at the rain.", "The sun is behind you.");
        await Web.Http.PostAsync($"/api/sessions/{session}/cancel", null);
    }

    [SkippableFact]
    public async Task SessionPage_Chapters_AreListedAndLeadIntoTheVideo()
    {
        var session = await Web.FinishedAsync();
        await Web.PutAsync(session, "agent4/timing.json", ChapterTests.Timing());
        var page = await OpenAsync($"session.html?id={session}");
        await page.GetByText("Chapters", new() { Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("#chapters button")).ToHaveTextAsync(["0:00 What is a rainbow?", "0:05 Where to look"]);

        await Assertions.Expect(page.Locator("#player track[kind=chapters]")).ToHaveCountAsync(1);
        await InBothColoursAsync(page);
    }

    [SkippableFact]
    public async Task SessionPage_OfNone_SaysSoInWordsForPeopleAndLeadsToTheList()
    {
        var page = await OpenAsync("session.html?id=no-such-session");

        await Assertions.Expect(page.Locator("#stage")).ToContainTextAsync("There is no session “no-such-session” of yours.");

        (await page.IsVisibleAsync("#cancel")).Should().BeFalse();
        (await page.InnerTextAsync("main")).Should().NotContain("/api/");
        await InBothColoursAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "The list of your sessions" }).ClickAsync();
        await ArriveAsync(page, "sessions\\.html");
    }

    [SkippableFact]
    public async Task SessionsPage_MoreThanAPage_ShowsOlderOnesAndThoseThatWait()
    {
        var word = $"w{Guid.NewGuid():N}"[..12];
        for (var number = 0; number < 52; number++)
        {
            await Web.Http.PostAsJsonAsync(
                "/api/sessions", new { source = WebFixture.Lesson, interactive = number < 2, sessionId = $"{word}-{number}" });
        }

        foreach (var waits in new[] { 0, 1 })
        {
            await Web.UntilAsync($"{word}-{waits}", state => state.GetProperty("stage").GetString() == "StoryReview");
        }

        var page = await OpenAsync("sessions.html");
        await page.RunAndWaitForResponseAsync(
            () => page.FillAsync("#search", word), answer => answer.Url.Contains(word, StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#rows tr")).ToHaveCountAsync(50);
        await page.ClickAsync("#older");
        await Assertions.Expect(page.Locator("#rows tr")).ToHaveCountAsync(52);
        await Assertions.Expect(page.Locator("#older")).ToBeHiddenAsync();
        (await page.Locator("#rows td:first-child div").AllInnerTextsAsync()).Should().OnlyHaveUniqueItems();

        await page.SelectOptionAsync("#outcome", "waiting");
        await Assertions.Expect(page.Locator("#rows tr")).ToHaveCountAsync(2);
        await page.FillAsync("#search", word + "none");
        await Assertions.Expect(page.Locator("#none")).ToBeVisibleAsync();
        foreach (var waits in new[] { 0, 1 })
        {
            await Web.Http.PostAsync($"/api/sessions/{word}-{waits}/cancel", null);
        }
    }

    [SkippableFact]
    public async Task Studio_MoreChoices_AreOrdered()
    {
        var page = await OpenAsync("");
        await page.FillAsync("#source", WebFixture.Lesson);
        await page.GetByText("More choices").ClickAsync();
        await page.SelectOptionAsync("#archetype", "archetype:myth_buster");
        await Assertions.Expect(page.Locator("#archetype-about")).Not.ToBeEmptyAsync();
        await page.FillAsync("#creativity", "40");
        await page.FillAsync("#speed", "120");
        await InBothColoursAsync(page);
        await page.WaitForSelectorAsync("#start:enabled");

        var sent = await page.RunAndWaitForRequestAsync(() => page.ClickAsync("#start"), request => request.Url.EndsWith("/api/sessions"));

        sent.PostData.Should().Contain("\"archetype\":\"myth_buster\"").And.Contain("\"creativity\":0.4").And.Contain("\"speed\":1.2");
        await ArriveAsync(page, "/session\\.html\\?id=");
        await Web.Http.PostAsync($"/api/sessions/{new Uri(page.Url).Query.Split('=', '&')[1]}/cancel", null);
    }

    [SkippableFact]
    public async Task SessionPage_StepThatFailed_SaysWhyAndTakesADecision()
    {
        Web.Studio.Failing("ComposeMusic", FailureTypes.ToolFailed, "No synthesiser is installed.");
        var session = await Web.StartAsync(interactive: true);
        await Web.UntilAsync(session, state => state.TryGetProperty("waitingFor", out var waits) && waits.GetString() == "story");
        await Web.Http.PostAsJsonAsync($"/api/sessions/{session}/review", new { subject = "story", version = "plan:1" });
        await Web.UntilAsync(session, state => state.TryGetProperty("parked", out _));
        Web.Studio.On("ComposeMusic", () => Task.CompletedTask);
        var page = await OpenAsync($"session.html?id={session}");
        await page.GetByText("No synthesiser is installed.").First.WaitForAsync();
        (await page.Locator("[data-step=agent4-music] button").AllInnerTextsAsync())
            .Should().Equal("Try again", "Go on without it", "Give up");
        await InBothColoursAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        var state = await Web.UntilAsync(session, state => state.GetProperty("stage").GetString() == "ScenesReview");
        state.TryGetProperty("parked", out _).Should().BeFalse();
        await page.WaitForSelectorAsync("#parked", new() { State = WaitForSelectorState.Hidden });
        await Web.Http.PostAsync($"/api/sessions/{session}/cancel", null);
    }

    [SkippableFact]
    public async Task SessionPage_ThatFailed_SaysWhyAndWhatToDo()
    {
        Web.Studio.Failing("SpeakSegment", FailureTypes.ToolFailed, "No voice is installed: './run setup' gets one.");
        var session = await Web.StartAsync();
        await Web.UntilAsync(session, state => state.GetProperty("outcome").GetString() == "Failed");
        Web.Studio.On("SpeakSegment", () => Task.CompletedTask);
        await Web.PutStoryAsync(session);

        var page = await OpenAsync($"session.html?id={session}");

        await Assertions.Expect(page.Locator("#failed")).ToContainTextAsync("No voice is installed: './run setup' gets one.");
        await Assertions.Expect(page.Locator("#failed")).ToContainTextAsync("Then change something below");
        await Assertions.Expect(page.Locator("[data-agent=Agent5] .status")).ToHaveTextAsync("not begun");
        await Assertions.Expect(page.Locator("#agents")).Not.ToContainTextAsync("0 files");
        await InBothColoursAsync(page);
    }

    [SkippableFact]
    public async Task SessionPage_StoppedInAReview_AsksForNothing()
    {
        var session = await Web.StartAsync(interactive: true);
        await Web.UntilAsync(session, state => state.TryGetProperty("waitingFor", out var waits) && waits.GetString() == "story");
        await Web.PutStoryAsync(session);
        var page = await OpenAsync($"session.html?id={session}");
        await page.WaitForSelectorAsync("#review");

        await page.ClickAsync("#cancel");

        await Assertions.Expect(page.Locator("#stage")).ToHaveTextAsync("It was stopped.", new() { Timeout = 30_000 });
        await page.WaitForSelectorAsync("#review", new() { State = WaitForSelectorState.Hidden });
        (await page.Locator("#failed").IsVisibleAsync()).Should().BeFalse();
        var ended = await Web.UntilAsync(session, state => state.GetProperty("outcome").GetString() == "Cancelled");
        ended.GetProperty("waitingFor").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        await InBothColoursAsync(page);
    }

    [SkippableTheory]
    [InlineData("", ColorScheme.Light)]
    [InlineData("", ColorScheme.Dark)]
    [InlineData("sessions.html", ColorScheme.Light)]
    [InlineData("test.html", ColorScheme.Light)]
    [InlineData("test.html", ColorScheme.Dark)]
    [InlineData("pipelines.html", ColorScheme.Light)]
    [InlineData("pipelines.html", ColorScheme.Dark)]
    [InlineData("webhooks.html", ColorScheme.Light)]
    [InlineData("webhooks.html", ColorScheme.Dark)]
    public async Task Page_Checked_HasNoFaultOfAccessibilityAndFitsAPhone(string path, ColorScheme colours)
    {
        var page = await OpenAsync(path, colours);

        var faults = (await page.RunAxe()).Violations;

        faults.Select(fault => $"{fault.Id}: {string.Join(", ", fault.Nodes.Select(node => node.Html))}").Should().BeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
    }

    private static async Task InBothColoursAsync(IPage page)
    {
        foreach (var colours in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            (await page.RunAxe()).Violations.Select(fault => $"{fault.Id}: {string.Join(", ", fault.Nodes.Select(node => node.Html))}")
                .Should().BeEmpty();
        }
    }
}
