using System.Runtime.CompilerServices;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Common;

namespace Temporalio.Client;

public partial record WorkflowHandle
{
    /// <summary>Fetches the history as it is now.</summary>
    public async Task<WorkflowHistory> FetchHistoryAsync(WorkflowHistoryFetchOptions? options = null)
    {
        var events = new List<HistoryEvent>();
        var fetchOptions = new WorkflowHistoryEventFetchOptions
        {
            EventFilterType = options?.EventFilterType ?? HistoryEventFilterType.AllEvent,
            SkipArchival = options?.SkipArchival ?? false,
            Rpc = options?.Rpc,
        };
        await foreach (var historyEvent in FetchHistoryEventsAsync(fetchOptions).ConfigureAwait(false))
        {
            events.Add(historyEvent);
        }

        return new WorkflowHistory(Id, events);
    }

    /// <summary>Enumerates the events of the history, page by page; with <c>WaitNewEvent</c> until the workflow closes.</summary>
    public IAsyncEnumerable<HistoryEvent> FetchHistoryEventsAsync(WorkflowHistoryEventFetchOptions? options = null) =>
        EnumerateEventsAsync(options ?? new WorkflowHistoryEventFetchOptions());

    private async IAsyncEnumerable<HistoryEvent> EnumerateEventsAsync(
        WorkflowHistoryEventFetchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, options.Rpc?.CancellationToken ?? CancellationToken.None);
        var rpc = (RpcOptions)TemporalClient.DefaultRetryOptions(options.Rpc).Clone();
        rpc.CancellationToken = linked.Token;
        var input = new FetchWorkflowHistoryEventPageInput(
            Id, RunId, null, null, options.WaitNewEvent, options.EventFilterType, options.SkipArchival, rpc);
        do
        {
            var page = await Client.OutboundInterceptor.FetchWorkflowHistoryEventPageAsync(input).ConfigureAwait(false);
            foreach (var historyEvent in page.Events)
            {
                yield return historyEvent;
            }

            input = input with { NextPageToken = page.NextPageToken };
        }
        while (input.NextPageToken != null);
    }
}
