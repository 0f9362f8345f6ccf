using Microsoft.Playwright;

namespace TemporalVideo.Web.Tests;

/// <summary>Who uses the keyboard stays where they were, or comes to what tells how things are.</summary>
[Collection(WebCollection.Name)]
public sealed class KeyboardTests(WebFixture web) : BrowserTests(web)
{
    [SkippableFact]
    public async Task SessionPage_ScriptAndScenesReviewed_SaysFaultsBesideThemAndKeepsTheFocus()
    {
        var session = await Web.StartAsync(interactive: true);
        await Web.UntilAsync(session, state => state.GetProperty("stage").GetString() == "StoryReview");
        var story = await Web.PutStoryAsync(session);
        var page = await OpenAsync($"session.html?id={session}");

        await page.PressAsync("#revise", "Enter");
        await Assertions.Expect(page.Locator("#review-problem")).ToHaveTextAsync("Say first what is to be changed.");
        await Assertions.Expect(page.Locator("#feedback")).ToBeFocusedAsync();
        (await page.EvaluateAsync<bool>("document.getElementById('review-problem').getBoundingClientRect().bottom <= innerHeight"))
            .Should().BeTrue("it is said in sight");

        await page.PressAsync("#approve", "Enter");
        await Assertions.Expect(page.Locator("#stage")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#review-title")).ToHaveTextAsync("Are the scenes right?");
        await Web.PutAsync(session, "agent2/storyboard.json", story, "plan:1");
        await Web.PutTakesAsync(session, "s01");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#script > li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#script .take")).ToHaveCountAsync(2);

        await page.PressAsync("#approve", "Enter");
        await Assertions.Expect(page.Locator("#stage")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task SessionPage_LastChangeUndone_LeadsToWhatItCosts()
    {
        var page = await OpenAsync($"session.html?id={await Web.FinishedAsync()}");
        await page.Locator("[data-segment=s02]").GetByRole(AriaRole.Button, new() { NameRegex = new("^Up") }).PressAsync("Enter");
        await page.WaitForSelectorAsync("#edit-list li:first-child[data-segment=s02]");

        await page.PressAsync("#edit-undo", "Enter");

        await Assertions.Expect(page.Locator("#edit-price")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#edit-price")).ToHaveTextAsync("Nothing is changed yet.");
    }

    [SkippableFact]
    public async Task Studio_OrderThatCannotBePlanned_SaysThatThePlanIsOfBefore()
    {
        var page = await OpenAsync("");
        await page.FillAsync("#source", WebFixture.Lesson);
        await page.WaitForSelectorAsync("#start:enabled");

        await page.FillAsync("#seconds", "5");

        await Assertions.Expect(page.Locator("#plan-empty")).ToContainTextAsync("This is the plan of before.");
        await page.FillAsync("#seconds", "60");
        await page.WaitForSelectorAsync("#start:enabled");
        await Assertions.Expect(page.Locator("#plan-empty")).ToBeHiddenAsync();
    }
}
