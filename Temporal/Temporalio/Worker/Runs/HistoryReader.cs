using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Worker.Codecs;

namespace Temporalio.Worker.Runs;

/// <summary>Brings together the events that a task needs, decoded: from the poll, its further pages, or history from the start.</summary>
internal sealed class HistoryReader(ITemporalClient client)
{
    private readonly IPayloadCodec? _codec = client.Options.DataConverter.PayloadCodec;

    /// <summary>Events of a task that a run has not taken in, or null when the run must be built anew from <see cref="ReadAllAsync"/>.</summary>
    public async Task<IReadOnlyList<HistoryEvent>?> ReadNewAsync(PollWorkflowTaskQueueResponse task, WorkflowRun? run)
    {
        var events = await ReadPagesAsync(task.WorkflowExecution, task.History?.Events, task.NextPageToken).ConfigureAwait(false);
        var known = run?.LastEventId ?? 0;
        var isQueryOfKnownState = events.Count == 0 && run is not null && run.LastStartedEventId >= task.PreviousStartedEventId;
        var fresh = events.Where(e => e.EventId > known).ToList();
        if (!isQueryOfKnownState && (events.Count == 0 || (fresh.Count > 0 && fresh[0].EventId != known + 1)))
        {
            return null;
        }

        RequireConsecutive(fresh);
        await DecodeAsync(fresh).ConfigureAwait(false);
        return fresh;
    }

    /// <summary>History from the start, with what only the task itself has: the events of tasks that are not stored yet.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> ReadAllAsync(PollWorkflowTaskQueueResponse task)
    {
        var answer = await FetchAsync(task.WorkflowExecution, Google.Protobuf.ByteString.Empty).ConfigureAwait(false);
        var events = await ReadPagesAsync(task.WorkflowExecution, answer.History?.Events, answer.NextPageToken).ConfigureAwait(false);
        var own = await ReadPagesAsync(task.WorkflowExecution, task.History?.Events, task.NextPageToken).ConfigureAwait(false);

        // Newer events of history than the task knows belong to a later task.
        var end = task.StartedEventId > 0 ? task.StartedEventId : long.MaxValue;
        var first = own.Count > 0 ? own[0].EventId : long.MaxValue;
        events = [.. events.Where(e => e.EventId < first && e.EventId <= end), .. own];
        RequireConsecutive(events);
        await DecodeAsync(events).ConfigureAwait(false);
        return events;
    }

    private static void RequireConsecutive(List<HistoryEvent> events)
    {
        for (var i = 1; i < events.Count; i++)
        {
            if (events[i].EventId != events[i - 1].EventId + 1)
            {
                throw new InvalidOperationException(
                    $"The history has a gap: event {events[i].EventId} follows event {events[i - 1].EventId}");
            }
        }
    }

    private async Task<List<HistoryEvent>> ReadPagesAsync(
        Api.Common.V1.WorkflowExecution execution, IEnumerable<HistoryEvent>? first, Google.Protobuf.ByteString token)
    {
        List<HistoryEvent> events = [.. first ?? []];
        while (!token.IsEmpty)
        {
            var page = await FetchAsync(execution, token).ConfigureAwait(false);
            events.AddRange(page.History?.Events ?? []);
            token = page.NextPageToken;
        }

        return events;
    }

    private Task<GetWorkflowExecutionHistoryResponse> FetchAsync(Api.Common.V1.WorkflowExecution execution, Google.Protobuf.ByteString token) =>
        client.WorkflowService.GetWorkflowExecutionHistoryAsync(
            new GetWorkflowExecutionHistoryRequest { Namespace = client.Options.Namespace, Execution = execution, NextPageToken = token },
            new() { Retry = true });

    private async Task DecodeAsync(List<HistoryEvent> events)
    {
        if (_codec is not null)
        {
            var visitor = new PayloadVisitor(_codec.DecodeAsync);
            foreach (var e in events)
            {
                await visitor.VisitAsync(e).ConfigureAwait(false);
            }
        }
    }
}
