using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Tests;

/// <summary>Pictures of a brand, as the page and a lesson's front matter name them.</summary>
[Collection(WebCollection.Name)]
public sealed class BrandTests(WebFixture web) : BrowserTests(web)
{
    private const string WithLogo = "---\nlogo: mark.png\n---\n" + WebFixture.Lesson;

    [Fact]
    public async Task Start_LogoInTheFrontMatter_StandsInTheVideo()
    {
        var picture = await UploadTests.TakeAsync(Web.Http, "picture", "mark.png", UploadTests.Png);

        var answer = await Web.Http.PostAsJsonAsync(
            "/api/sessions", new { source = WithLogo, pictures = new Dictionary<string, string> { ["mark.png"] = picture } });

        var session = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sessionId").GetString()!;
        (await BrandOfAsync(session)).Logo.Should().StartWith($"scaffold_test/anna/{session}/lesson/").And.EndWith(".png");
    }

    [Fact]
    public async Task Start_LogoOfTheOrderAndOfTheLesson_TakesThatOfTheOrder()
    {
        var logo = await UploadTests.TakeAsync(Web.Http, "picture", "other.png", UploadTests.Png);

        var answer = await Web.Http.PostAsJsonAsync("/api/sessions", new { source = WithLogo, brand = new { logo } });

        answer.StatusCode.Should().Be(HttpStatusCode.OK, "the picture that the lesson names is not needed");
    }

    [Fact]
    public async Task Plan_LogoInTheFrontMatterThatHasNotCome_IsListedAsNotInTheVideo()
    {
        var plan = await Web.Http.PostAsJsonAsync("/api/plan", new { source = WithLogo });

        plan.StatusCode.Should().Be(HttpStatusCode.OK);
        var missing = (await plan.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("story").GetProperty("not_in_video");
        missing.EnumerateArray().Select(item => $"{item}").Should().ContainSingle()
            .Which.Should().Contain("logo: mark.png").And.Contain("came without the folder");
    }

    [Fact]
    public async Task Plan_PictureOfWhatNothingNames_SaysThatItIsNotShown()
    {
        var id = await UploadTests.TakeAsync(Web.Http, "picture", "a.png", UploadTests.Png);
        var products = new Dictionary<string, string> { ["raindrop"] = id, ["Lumo"] = id };

        var plan = await Web.Http.PostAsJsonAsync("/api/plan", new { source = WebFixture.Lesson, brand = new { products } });

        (await plan.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("warnings").EnumerateArray().Select(text => $"{text}")
            .Should().ContainSingle(text => text.Contains(" is not shown")).Which.Should().StartWith("The picture of Lumo");
    }

    [SkippableFact]
    public async Task Studio_BrandPictures_AreShownNamedRemovedAndOrdered()
    {
        var page = await OpenAsync("");
        await page.FillAsync("#source", WebFixture.Lesson);
        await page.ClickAsync("summary");
        await page.SetInputFilesAsync("#logo", File("our-logo.png", UploadTests.Png));
        await page.SetInputFilesAsync("#products", [File("Raindrop.png", UploadTests.Png), File("notes.png", "words"u8.ToArray())]);
        await page.SetInputFilesAsync("#characters", File("sun.png", UploadTests.Png));
        var rows = page.Locator("#brand-list li");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        (await page.EvaluateAsync<int>("[...document.querySelectorAll('#brand-list img')].filter(one => one.naturalWidth).length"))
            .Should().Be(3, "each has a preview");
        (await page.RunAxe()).Violations.Select(fault => fault.Id).Should().BeEmpty();

        (await page.GetByLabel("Product, as the lesson names it").InputValueAsync()).Should().Be("raindrop", "so the lesson writes it");
        await page.GetByLabel("Product, as the lesson names it").FillAsync("");
        await page.GetByText("write the name that the lesson has for it").WaitForAsync();
        (await page.IsDisabledAsync("#start")).Should().BeTrue();
        await page.GetByLabel("Product, as the lesson names it").FillAsync("raindrop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove sun.png" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await page.UncheckAsync("#interactive");
        await page.WaitForSelectorAsync("#start:enabled");
        await page.ClickAsync("#start");

        await ArriveAsync(page, "/session\\.html\\?id=");
        var brand = await BrandOfAsync(new Uri(page.Url).Query.Split('=', '&')[1]);
        brand.Logo.Should().EndWith(".png");
        brand.Pictures.Should().ContainSingle().Which.Alt.Should().Be("raindrop");
    }

    [SkippableFact]
    public async Task Studio_FileThatIsNoPicture_IsRefusedByItsName()
    {
        var page = await OpenAsync("");
        await page.ClickAsync("summary");

        await page.SetInputFilesAsync("#logo", File("notes.png", "words"u8.ToArray()));

        await Assertions.Expect(page.Locator("#file-problem")).ToContainTextAsync("notes.png: The file is something else");
        (await page.Locator("#brand-list li").CountAsync()).Should().Be(0);
    }

    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "image/png", Buffer = content };

    private async Task<BrandPictures> BrandOfAsync(string session)
    {
        var history = await Web.Client.GetWorkflowHandle($"video:anna:{session}").FetchHistoryAsync();
        return JsonSerializer.Deserialize<JsonElement>(
            history.Events.First().WorkflowExecutionStartedEventAttributes.Input.Payloads_[0].Data.Span)
            .GetProperty("Brand").Deserialize<BrandPictures>()!;
    }
}
