using Temporalio.Client;

namespace TemporalVideo.Conformance.Tests.WebUi;

[Collection(nameof(WebUiFixture))]
public sealed class ListPageTests(WebUiFixture ui)
{
    private const string ManualQuery = "input[data-testid$=manual-search-input], [data-testid$=manual-search-input] input";

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    [InlineData(ServerKind.Real)]
    public async Task C020_C194_List_FiltersByStatusTypeAndAttribute(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;
        await visit.Studio.ShootAsync("list");

        await visit.OpenAsync("workflows");
        await visit.RowAsync("list");
        await visit.RowAsync("list-catering");
        await visit.PictureAsync("list");

        await page.ClickAsync("[data-testid=workflow-status-Completed]");
        await visit.RowAsync("list", isThere: false);
        await visit.RowAsync("list-catering");
        await page.SeesAsync("COMPLETED");
        await visit.PictureAsync("list-by-status");

        await page.ClickAsync("[data-testid=toggle-manual-query]");
        await page.FillAsync(ManualQuery, "WorkflowType = 'studio' AND Stage = 'shoot'");
        await page.PressEnterAsync();
        await visit.RowAsync("list");
        await visit.RowAsync("list-catering", isThere: false);
        await visit.PictureAsync("list-by-attribute");

        await page.FillAsync(ManualQuery, "Nothing = 'shoot'");
        await page.PressEnterAsync();
        await page.SeesAsync("invalid query");
        await visit.PictureAsync("list-invalid-query");
    }

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    public async Task C194_Batch_TerminatesTheSelectedRuns(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;
        var runs = new[] { await visit.Studio.ShootAsync("batch-a"), await visit.Studio.ShootAsync("batch-b") };

        await visit.OpenAsync(
            "workflows?query=" + Uri.EscapeDataString("`WorkflowId` STARTS_WITH \"batch-\" AND `WorkflowType`=\"studio\""));
        await visit.RowAsync("batch-a");
        await page.ClickAsync("#select-visible-workflows");
        await page.ClickAsync("[data-testid=bulk-terminate-button]");
        await page.SeesAsync("Terminate");
        await visit.PictureAsync("batch-dialog");
        await visit.ConfirmAsync();

        foreach (var run in runs)
        {
            await Studio.UntilAsync(async () =>
                (await run.DescribeAsync()).Status == Temporalio.Api.Enums.V1.WorkflowExecutionStatus.Terminated);
        }

        await visit.OpenAsync("batch-operations");
        await page.SeesAsync("COMPLETED");
        await visit.PictureAsync("batch-list");
        await page.ClickAsync("table a");
        await page.SeesAsync("Terminate", "2");
        await visit.PictureAsync("batch-describe");
    }

    [SkippableTheory]
    [InlineData(ServerKind.Embedded)]
    public async Task C194_Start_FromThePage_RunsTheWorkflow(ServerKind kind)
    {
        await using var visit = await ui.VisitAsync(kind);
        var page = visit.Page;

        await visit.OpenAsync("workflows/start-workflow");
        await page.FillAsync("#workflowId", "started-by-hand");
        await page.FillAsync("#taskQueue", Studio.TaskQueue);
        await page.FillAsync("#workflowType", "catering");
        await page.FillAsync("[contenteditable=true]", "\"tea\"");
        await visit.PictureAsync("start");
        await page.ClickAsync("[data-testid=start-workflow-button]");

        var run = visit.Studio.Client.GetWorkflowHandle("started-by-hand");
        await Studio.UntilAsync(async () => await ExistsAsync(run));
        (await run.GetResultAsync<string>().WaitAsync(Studio.Limit)).Should().Be("tea is ready");
        await visit.OpenAsync(run, "history");
        await page.SeesAsync("COMPLETED", "\"tea\"", "\"tea is ready\"");
        await visit.PictureAsync("start-done");
    }

    private static async Task<bool> ExistsAsync(WorkflowHandle run)
    {
        try
        {
            await run.DescribeAsync();
            return true;
        }
        catch (Temporalio.Exceptions.RpcException notYet) when (notYet.Code == Temporalio.Exceptions.RpcException.StatusCode.NotFound)
        {
            return false;
        }
    }
}
