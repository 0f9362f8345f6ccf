using Temporalio.Api.Enums.V1;

namespace TemporalVideo.Conformance.Tests.WebUi;

[Collection(nameof(WebUiFixture))]
public sealed class RunActionTests(WebUiFixture ui)
{
    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    public async Task C194_SignalAndUpdate_ReachTheRun(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("message");
        await visit.OpenAsync(run, "history");

        await visit.ChooseAsync("update");
        await page.ClickAsync("dialog[open] [data-testid=update-select-button]");
        await page.ClickAsync("dialog[open] [role=option]", "take");
        await page.FillAsync("dialog[open] [contenteditable=true]", "\"sunset\"");
        await visit.PictureAsync("update-dialog");
        await page.ClickAsync("dialog[open] [data-testid=confirm-modal-button]");
        await page.SeesAsync("Workflow Execution Update Completed");
        await visit.PictureAsync("update-done");
        (await run.QueryAsync(workflow => workflow.Takes)).Should().Equal("sunset");
        await visit.OpenAsync(run, "history");

        await visit.ChooseAsync("signal");
        await page.ClickAsync("dialog[open] [data-testid=signal-select-button]");
        await page.ClickAsync("dialog[open] [role=option]", "wrap");
        await page.FillAsync("dialog[open] [contenteditable=true]", "\"dark\"");
        await visit.PictureAsync("signal-dialog");
        await visit.ConfirmAsync();

        (await run.GetResultAsync().WaitAsync(Studio.Limit)).Should().Equal("sunset", "dark");
        await page.SeesAsync("Workflow Execution Signaled", "COMPLETED");
        await visit.PictureAsync("signal-done");
    }

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    public async Task C194_Update_RefusedByItsValidator_SaysWhy(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("refused");
        await visit.OpenAsync(run, "timeline");

        await visit.ChooseAsync("update");
        await page.ClickAsync("dialog[open] [data-testid=update-select-button]");
        await page.ClickAsync("dialog[open] [role=option]", "take");
        await page.FillAsync("dialog[open] [contenteditable=true]", "\"blurred\"");
        await page.ClickAsync("dialog[open] [data-testid=confirm-modal-button]");

        await page.SeesAsync("a blurred take is no take");
        await visit.PictureAsync("update-refused");
        (await Studio.EventsAsync(run)).Should().NotContain(e => e.EventType == EventType.WorkflowExecutionUpdateAccepted);
    }

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    public async Task C194_Cancel_IsAskedForAndEndsTheRun(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var run = await visit.Studio.ShootAsync("cancel");
        await visit.OpenAsync(run, "timeline");

        await visit.Page.ClickAsync("button", "Request Cancellation");
        await visit.PictureAsync("cancel-dialog");
        await visit.ConfirmAsync();

        await visit.Page.SeesAsync("CANCELED");
        await visit.PictureAsync("cancel-done");
        (await run.DescribeAsync()).Status.Should().Be(WorkflowExecutionStatus.Canceled);
    }

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    [InlineData(ServerKind.Real)]
    public async Task C194_Terminate_KeepsItsReason(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var run = await visit.Studio.ShootAsync("terminate");
        await visit.OpenAsync(run, "history");

        await visit.ChooseAsync("terminate");
        await visit.Page.FillAsync("#workflow-termination-reason", "no money left");
        await visit.PictureAsync("terminate-dialog");
        await visit.ConfirmAsync();

        await visit.Page.SeesAsync("TERMINATED", "Workflow Execution Terminated", "no money left");
        await visit.PictureAsync("terminate-done");
        (await Studio.EventsAsync(run))[^1].WorkflowExecutionTerminatedEventAttributes.Reason.Should().Contain("no money left");
    }

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    public async Task C194_Reset_StartsTheRunAgainFromTheChosenEvent(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;
        var run = await visit.Studio.ShootAsync("reset");
        var first = (await run.DescribeAsync()).RunId;
        await visit.OpenAsync(run, "timeline");

        await visit.ChooseAsync("reset");
        await page.ClickAsync("dialog[open] [data-testid=workflow-reset-event-id-select-button]");
        await page.ClickAsync("dialog[open] [role=option]", "4 - WorkflowTaskCompleted");
        await page.FillAsync("#reset-reason", "the film was over-exposed");
        await visit.PictureAsync("reset-dialog");
        await visit.ConfirmAsync();

        await Studio.UntilAsync(async () => (await run.DescribeAsync()).RunId != first);
        await page.SeesAsync("TERMINATED");
        await visit.PictureAsync("reset-done");
        (await Studio.EventsAsync(run)).Should().Contain(e =>
            e.EventType == EventType.WorkflowTaskFailed
                && e.WorkflowTaskFailedEventAttributes.Cause == WorkflowTaskFailedCause.ResetWorkflow
            && e.WorkflowTaskFailedEventAttributes.BaseRunId == first);
    }
}
