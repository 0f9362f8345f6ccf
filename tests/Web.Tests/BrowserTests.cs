using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Web.Tests;

/// <summary>Tests in a real browser, as wide as a telephone.</summary>
public abstract class BrowserTests(WebFixture web) : IAsyncLifetime
{
    private static readonly string? Chromium = TestPaths.FindTool("chromium");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Chromium,
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
            });
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    protected WebFixture Web { get; } = web;

    /// <summary>Waits until the page has gone to an address. WaitForURLAsync misses one that goes while it begins to wait.</summary>
    protected static Task ArriveAsync(IPage page, string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern), new() { Timeout = 30_000 });

    protected async Task<IPage> OpenAsync(string path, ColorScheme colours = ColorScheme.Light)
    {
        Skip.If(_browser is null, "Chromium is not installed.");
        var page = await _browser!.NewPageAsync(new()
        {
            BaseURL = Web.Address.ToString(),
            ViewportSize = new() { Width = 390, Height = 844 },
            ColorScheme = colours,
        });
        await page.GotoAsync($"/{path}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }
}
