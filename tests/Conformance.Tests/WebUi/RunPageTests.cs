namespace TemporalVideo.Conformance.Tests.WebUi;

[Collection(nameof(WebUiFixture))]
public sealed class RunPageTests(WebUiFixture ui)
{
    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    public async Task C194_History_ShowsTimelineCompactAndJson(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("history");
        var count = (await Studio.EventsAsync(run)).Count;

        await visit.OpenAsync(run, "timeline");
        await page.SeesAsync("\"Sky\"", "core_patch", "light", "Attempt 2 / 7", $"Event History\n{count}");
        await visit.PictureAsync("history-timeline");

        await page.ClickAsync("#history-tab");
        await page.SeesAsync("Workflow Task Completed", "Activity Task Scheduled", "Marker Recorded", "Timer Fired",
            "Child Workflow Execution Completed");
        await visit.PictureAsync("history-all");
        await page.ClickAsync("[data-testid=compact]");
        await page.LosesAsync("Workflow Task Completed");
        await page.SeesAsync("prepare", "catering", "jam");
        await visit.PictureAsync("history-compact");
        await page.ClickAsync("[data-testid=json]");
        await page.SeesAsync("\"eventType\": \"WorkflowExecutionStarted\"");
        await visit.PictureAsync("history-json");
    }

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    [InlineData(ServerKind.Real)]
    public async Task C194_PendingActivities_ShowAttemptFailureAndHeartbeat(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var run = await visit.Studio.ShootAsync("pending");

        await visit.OpenAsync(run, "pending-activities");

        await visit.Page.SeesAsync("film", "STARTED", "\"front films\"", "jam", "SCHEDULED", "5 remaining", "Next Retry",
            "the side camera jammed", "CameraJam");
        await visit.Page.UntilAsync("document.body.innerText.split('Last Started Time').length === 2",
            "telling a start of the running attempt only");
        await visit.PictureAsync("pending-activities");
    }

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    [InlineData(ServerKind.Real)]
    public async Task C141_C194_Queries_AreListedAndAnswered(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("query");
        await run.ExecuteUpdateAsync(workflow => workflow.TakeAsync("sunset"));

        await visit.OpenAsync(run, "query");
        await page.ClickAsync("[data-testid=query-select-button], button[aria-controls*=query]");
        await page.HasAsync("[role=option]", "takes");
        await visit.PictureAsync("query-list");
        await page.ClickAsync("[role=option]", "takes");
        await page.ClickAsync("button", "Run Query");

        await page.SeesAsync("\"sunset\"");
        await visit.PictureAsync("query-result");
    }

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    public async Task C141_C194_Tabs_ShowWorkersRelationshipsCallStackMetadataAttributesAndMemo(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("tabs");

        await visit.OpenAsync(run, "workers");
        await page.SeesAsync($"{Environment.ProcessId}@", "Workflow Task Handler");
        await visit.PictureAsync("tab-workers");
        await page.ClickAsync("#relationships-tab");
        await page.SeesAsync("tabs-catering", "COMPLETED");
        await visit.PictureAsync("tab-relationships");
        await page.ClickAsync("#call-stack-tab");
        await page.SeesAsync("StudioWorkflow.ShootAsync");
        await visit.PictureAsync("tab-call-stack");
        await page.ClickAsync("#user-metadata-tab");
        await page.FrameSeesAsync("The film tabs", "Why is the sky blue?", "Shooting: two cameras");
        await visit.PictureAsync("tab-metadata");
        await page.ClickAsync("#search-attributes-tab");
        await page.SeesAsync("Stage", "shoot", "TemporalChangeVersion", "colour");
        await visit.PictureAsync("tab-attributes");
        await page.ClickAsync("#memo-tab");
        await page.SeesAsync("producer", "Max", "director", "Ada");
        await visit.PictureAsync("tab-memo");
        await visit.OpenAsync($"task-queues/{Studio.TaskQueue}");
        await page.SeesAsync($"{Environment.ProcessId}@", Studio.TaskQueue);
        await visit.PictureAsync("task-queue");
    }
}
