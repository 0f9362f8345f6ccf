using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TemporalVideo.Web.Tests;

/// <summary>The pages of pipelines, with real commands.</summary>
[Collection(WebCollection.Name)]
public sealed class PipelinePageTests(WebFixture web) : BrowserTests(web)
{
    /// <summary>A folder that pictures of the page are put into, to be looked at; none in a usual run.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    [SkippableFact]
    public async Task Pipeline_StartedOnThePage_IsDrawnLiveApprovedAndRunAgain()
    {
        File.Delete(Web.MayEnd);
        var page = await OpenAsync("pipelines.html");
        await page.SelectOptionAsync("#template", "write-check-use");
        await page.FillAsync("#parameter-name", "Eva");
        await page.SelectOptionAsync("#parameter-wait", "true");
        await page.FillAsync("#prompt", "Be kind.");
        await page.ClickAsync("#start-form button");

        await ArriveAsync(page, "/pipeline\\.html\\?id=write-check-use-");
        await page.WaitForSelectorAsync("[data-job=write][data-state=Running]");
        await page.WaitForSelectorAsync("#log >> text=Grüße, Eva: Be kind.");
        (await page.InnerTextAsync("#log")).Should().NotContain("end", "it is read while the job goes on");
        await File.WriteAllTextAsync(Web.MayEnd, "");
        await page.WaitForSelectorAsync("[data-job=write][data-state=Completed]");
        await page.WaitForSelectorAsync("#log >> text=end");
        await page.WaitForSelectorAsync("[data-job=check][data-state=Waiting]");
        var approve = page.GetByRole(AriaRole.Button, new() { Name = "Approve check" });
        await approve.WaitForAsync();
        await page.FillAsync("#log-words", "eva");
        await page.ClickAsync("#log-search button");
        await page.WaitForSelectorAsync("#log-finds >> text=Grüße, Eva: Be kind.");
        await CheckAsync(page, "waiting");

        await approve.PressAsync("Enter");

        await page.WaitForSelectorAsync("#outcome[data-state=Completed]");
        await page.WaitForSelectorAsync("#words", new() { State = WaitForSelectorState.Hidden });
        await Assertions.Expect(page.Locator("#state")).ToBeFocusedAsync();
        await page.ClickAsync("[data-job=write]");
        await page.WaitForSelectorAsync("#artifact-list >> text=used by use");
        await CheckAsync(page, "completed");
        await page.ClickAsync("[data-job=use]");
        await page.ClickAsync("#job-rerun");
        await page.WaitForSelectorAsync("[data-job=use][data-state=Completed] >> text=attempt 2");
        await page.GotoAsync("/pipelines.html", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await CheckAsync(page, "list");
    }

    /// <summary>On a telephone in light, and on a wide screen in dark.</summary>
    private static async Task CheckAsync(IPage page, string name)
    {
        foreach (var (width, colours) in new[] { (1440, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            if (Pictures is not null)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
            }

            (await page.RunAxe()).Violations.Select(fault => $"{fault.Id}: {string.Join(", ", fault.Nodes.Select(node => node.Html))}")
                .Should().BeEmpty();
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
        }
    }
}
