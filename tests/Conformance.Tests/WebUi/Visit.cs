using Temporalio.Client;
using TemporalVideo.Conformance.Tests.WebUi.Browser;

namespace TemporalVideo.Conformance.Tests.WebUi;

/// <summary>A page of the Web UI, and the studio that it shows.</summary>
/// <param name="Studio">What the pages show.</param>
/// <param name="Page">The page.</param>
/// <param name="Address">Where the pages of the namespace are.</param>
/// <param name="Mark">Ends the names of pictures.</param>
internal sealed record Visit(Studio Studio, Page Page, string Address, string Mark) : IAsyncDisposable
{
    /// <summary>Opens a page of the namespace.</summary>
    public Task OpenAsync(string path) => Page.GoAsync($"{Address}/{path}");

    /// <summary>Opens a page of a run.</summary>
    public async Task OpenAsync(WorkflowHandle run, string tab)
    {
        await OpenAsync($"workflows/{run.Id}/{(await run.DescribeAsync()).RunId}/{tab}");
        await Page.SeesAsync(run.Id, "Event History");
    }

    /// <summary>Chooses one of the actions of a run's page.</summary>
    public async Task ChooseAsync(string action)
    {
        await Page.ClickAsync("button", "More Actions");
        await Page.ClickAsync($"[data-testid={action}-button]");
    }

    /// <summary>Confirms the dialog that is open, and waits until it has gone.</summary>
    public async Task ConfirmAsync()
    {
        await Page.ClickAsync("dialog[open] [data-testid=confirm-modal-button]");
        await Page.UntilAsync("document.querySelector('dialog[open]') === null", "closing the dialog");
    }

    /// <summary>Waits until the list of workflows has or has not a row.</summary>
    public Task RowAsync(string workflowId, bool isThere = true) => Page.UntilAsync(
        $"document.querySelector('[data-testid=workflow-count]') !== null && {(isThere ? string.Empty : "!")}"
            + "[...document.querySelectorAll('[data-testid=workflows-summary-configurable-table-row] a')]"
            + $".some(link => link.innerText.trim() === '{workflowId}')",
        $"{(isThere ? "listing" : "not listing")} {workflowId}");

    /// <summary>Keeps a picture.</summary>
    public Task PictureAsync(string name) => Page.PictureAsync(name + Mark);

    public ValueTask DisposeAsync() => Page.DisposeAsync();
}
