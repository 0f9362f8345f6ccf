using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TemporalVideo.Web.Tests;

[Collection(WebCollection.Name)]
public sealed class WebhookPageTests(WebFixture web) : BrowserTests(web)
{
    [SkippableFact]
    public async Task Webhook_OnThePage_IsAddedTriedSentAgainAndRemoved()
    {
        var page = await OpenAsync("webhooks.html");
        await page.FillAsync("#url", "http://127.0.0.1/inside");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("https");
        await page.FillAsync("#url", "https://example.org/of-the-page");
        await page.Locator("#events input").Last.UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#secret")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_"));
        await Assertions.Expect(page.Locator("#problem")).ToBeHiddenAsync();
        var card = page.Locator("#hooks > li").Filter(new() { HasText = "of-the-page" });
        await Assertions.Expect(card).ToContainTextAsync("a session waits for you");
        await Assertions.Expect(card).Not.ToContainTextAsync("pipeline.cancelled");

        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send a test") }).ClickAsync();
        await card.Locator("tbody tr").GetByText("delivered").WaitForAsync();
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send again: webhook.test") }).ClickAsync();
        await card.Locator("tbody tr").GetByText("delivered").WaitForAsync();
        (await page.RunAxe()).Violations.Select(fault => $"{fault.Id}: {string.Join(", ", fault.Nodes.Select(node => node.Html))}")
            .Should().BeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
        Web.Deliveries.Sent.GroupBy(each => each.Id).Should().Contain(message => message.Count() == 2);

        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove") }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Really remove") }).ClickAsync();
        await Assertions.Expect(card).ToHaveCountAsync(0);
    }
}
