using Temporalio.Client.Schedules;

namespace TemporalVideo.Conformance.Tests.WebUi;

[Collection(nameof(WebUiFixture))]
public sealed class SchedulePageTests(WebUiFixture ui)
{
    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    public async Task C194_Schedule_IsCreatedTriggeredPausedAndDeletedFromThePages(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;
        var schedule = visit.Studio.Client.GetScheduleHandle("daily");

        await visit.OpenAsync("schedules/create");
        await page.FillAsync("#name", "daily");
        await page.FillAsync("#workflowType", "catering");
        await page.FillAsync("#workflowId", "scheduled");
        await page.FillAsync("#taskQueue", Studio.TaskQueue);
        await page.FillAsync("[contenteditable=true]", "\"lunch\"");
        await page.ClickAsync("button", "Daily");
        await visit.PictureAsync("schedule-create");
        await page.ClickAsync("[data-testid=create-schedule-button]");
        await page.SeesAsync("1\nSchedule", "daily", "At 00:00 every day");
        await visit.PictureAsync("schedule-list");
        var description = await schedule.DescribeAsync();
        description.Info.NextActionTimes.Should().HaveCountGreaterThan(4).And.OnlyContain(time => time.TimeOfDay == TimeSpan.Zero);

        await page.ClickAsync("main a", "daily");
        await page.SeesAsync("5 Upcoming Runs", "catering");
        await ChooseAsync(visit, "Trigger");
        await visit.PictureAsync("schedule-trigger");
        await visit.ConfirmAsync();
        await Studio.UntilAsync(async () => (await schedule.DescribeAsync()).Info.RecentActions.Count == 1);
        var started = (await schedule.DescribeAsync()).Info.RecentActions.Single().Action.Should()
            .BeOfType<ScheduleActionExecutionStartWorkflow>().Which;
        (await visit.Studio.Client.GetWorkflowHandle(started.WorkflowId).GetResultAsync<string>().WaitAsync(Studio.Limit)).Should()
            .Be("lunch is ready");

        await page.ClickAsync("#schedule-actions-primary-button", "Pause");
        await page.SeesAsync("Pause");
        await page.FillAsync("dialog[open] input, dialog[open] textarea", "holidays");
        await visit.ConfirmAsync();
        await page.SeesAsync("PAUSED");
        var state = (await schedule.DescribeAsync()).Schedule.State;
        state.Paused.Should().BeTrue();
        state.Note.Should().Contain("holidays");
        await visit.OpenAsync("schedules/daily");
        await page.SeesAsync("1 Recent Run", "scheduled-", "PAUSED", "holidays");
        await visit.PictureAsync("schedule-paused");

        await ChooseAsync(visit, "Delete");
        await visit.PictureAsync("schedule-delete");
        await visit.ConfirmAsync();
        await page.SeesAsync("No Schedules Found");
    }

    private static async Task ChooseAsync(Visit visit, string action)
    {
        await visit.Page.ClickAsync("button[aria-haspopup=true]");
        await visit.Page.ClickAsync("[role=menuitem]", action);
    }
}
