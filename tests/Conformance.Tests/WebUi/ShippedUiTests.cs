using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using TemporalVideo.Conformance.Tests.WebUi.Browser;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Conformance.Tests.WebUi;

/// <summary>The Web UI that the embedded server serves itself, in a browser. A page that complains on its console fails its test.</summary>
public sealed class ShippedUiTests : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(TestPaths.RepositoryRoot, "out", "web-ui", "site");

    private Chromium? _browser;
    private Studio? _studio;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_studio?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [SkippableFact]
    public async Task ListAndHistory_ShowTheRunAndItsEvents()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("shipped");

        await page.GoAsync($"http://{visit.Studio.WebUi}/");
        await page.SeesAsync("shipped", "shipped-catering", "Running", "Completed");
        await visit.PictureAsync("list");
        await page.ClickAsync("main a", "shipped");
        await page.SeesAsync("\"Sky\"", "Workflow Execution Started", "Prepares the set", "Event History");
        await visit.PictureAsync("history");
        await OpenAsync(visit, run, "history/events/1");
        await page.SeesAsync("Workflow Execution Started", "studio");
        await visit.PictureAsync("event");

        ComplainsOfNothing(page);
    }

    [SkippableFact]
    public async Task PendingActivities_ShowAttemptFailureAndHeartbeat()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("pending");

        await OpenAsync(visit, run, "pending-activities");
        await page.SeesAsync("film", "\"front films\"", "jam", "5 remaining");
        await page.ClickAsync("button", "Last Failure with Stack Trace");
        await page.SeesAsync("the side camera jammed", "CameraJam");
        await visit.PictureAsync("pending");

        ComplainsOfNothing(page);
    }

    /// <summary>
    /// The package shows Markdown in a frame that its own server renders. Here a component of ours has to have taken its place.
    /// </summary>
    [SkippableFact]
    public async Task CurrentDetails_AreMarkdownInThePageItself()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("details");

        await OpenAsync(visit, run, "history");
        await page.ClickAsync("button", "Current Details");
        await page.HasAsync("strong", "two cameras");
        await page.ClickAsync("button", "Summary & Details");
        await page.HasAsync("strong", "blue");
        (await page.EvaluateAsync("document.querySelectorAll('iframe').length")).GetInt32().Should().Be(0);
        await visit.PictureAsync("details");

        ComplainsOfNothing(page);
    }

    [SkippableFact]
    public async Task Signal_FromThePage_ReachesTheRun()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("signal");
        await OpenAsync(visit, run, "history");

        await page.ClickAsync("#workflow-actions-menu-button");
        await page.ClickAsync("[data-testid=signal-button]");
        await page.ClickAsync("dialog[open] [data-testid=signal-select-button]");
        await page.ClickAsync("dialog[open] [role=option]", "wrap");
        await page.FillAsync("dialog[open] [contenteditable=true]", "\"dark\"");
        await visit.PictureAsync("signal");
        await visit.ConfirmAsync();

        (await run.GetResultAsync().WaitAsync(Studio.Limit)).Should().Equal("dark");
        await page.SeesAsync("Workflow Execution Signaled");
        ComplainsOfNothing(page);
    }

    [SkippableFact]
    public async Task Cancel_FromThePage_EndsTheRun()
    {
        await using var visit = await VisitAsync();
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("cancel");
        await OpenAsync(visit, run, "history");

        await page.ClickAsync("button", "Request Cancellation");
        await visit.ConfirmAsync();

        await Studio.UntilAsync(async () => (await run.DescribeAsync()).Status == WorkflowExecutionStatus.Canceled);
        await page.SeesAsync("Workflow Execution Canceled");
        await visit.PictureAsync("cancelled");
        ComplainsOfNothing(page);
    }

    [SkippableFact]
    public async Task Complaints_ErrorOnTheConsole_IsHeard()
    {
        await using var visit = await VisitAsync();

        await visit.Page.EvaluateAsync("console.error('something broke')");

        await Studio.UntilAsync(() =>
            Task.FromResult(visit.Page.Complaints.Any(said => said.Contains("something broke", StringComparison.Ordinal))));
    }

    private static async Task OpenAsync(Visit visit, WorkflowHandle run, string tab)
    {
        await visit.OpenAsync($"workflows/{run.Id}/{(await run.DescribeAsync()).RunId}/{tab}");
        await visit.Page.SeesAsync(run.Id, "Pending Activities");
    }

    private static void ComplainsOfNothing(Page page) => page.Complaints.Should().BeEmpty();

    private async Task<Visit> VisitAsync()
    {
        Skip.IfNot(File.Exists(Path.Combine(Folder, "index.html")), "The Web UI is not built: ./run ui builds it, with Node.js and npm.");
        _browser = await Chromium.StartAsync();
        _studio = await Studio.OnEmbeddedServerAsync(Folder);
        var page = await _browser.OpenAsync();
        await page.ListenAsync();

        return new Visit(_studio, page, $"http://{_studio.WebUi}/namespaces/default", "-shipped");
    }
}
