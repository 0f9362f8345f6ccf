using TemporalVideo.Conformance.Tests.WebUi.Browser;

namespace TemporalVideo.Conformance.Tests.WebUi;

/// <summary>One browser, and per server a studio with the Web UI in front of it; each made when a test first asks for it.</summary>
[CollectionDefinition(nameof(WebUiFixture))]
public sealed class WebUiFixture : IAsyncLifetime, ICollectionFixture<WebUiFixture>
{
    private readonly Dictionary<ServerKind, (Studio Studio, WebUiServer Pages)> _stages = [];
    private Chromium? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (var (studio, pages) in _stages.Values)
        {
            await pages.DisposeAsync();
            await studio.DisposeAsync();
        }
    }

    /// <summary>A fresh page of the Web UI in front of a server; without the tools the test is skipped.</summary>
    internal async Task<Visit> VisitAsync(ServerKind kind)
    {
        _browser ??= await Chromium.StartAsync();
        if (!_stages.TryGetValue(kind, out var stage))
        {
            var studio = kind == ServerKind.Embedded ? await Studio.OnEmbeddedServerAsync() : await Studio.OnRealServerAsync();
            try
            {
                _stages[kind] = stage = (studio, await WebUiServer.StartAsync(studio.Client.Connection.Options.TargetHost!));
            }
            catch
            {
                await studio.DisposeAsync();
                throw;
            }
        }

        var page = await _browser.OpenAsync();
        await page.ForgetAsync(stage.Pages.Address);
        return new(stage.Studio, page, $"{stage.Pages.Address}/namespaces/default", $"-{kind}".ToLowerInvariant());
    }
}
