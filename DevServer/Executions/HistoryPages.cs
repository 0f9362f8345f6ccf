using Google.Protobuf;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Histories;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Cuts history into pages, between batches.</summary>
internal static class HistoryPages
{
    public const int MaxPageSize = 256;

    /// <summary>Workers get as much as one message may carry with ease: a further page is a further round trip.</summary>
    private const int MaxTaskEvents = 4096;
    private const int MaxPageBytes = 2 * 1024 * 1024;

    /// <summary>Adds the history of a workflow task: the first page, and a token for the rest.</summary>
    public static void AddTo(PollWorkflowTaskQueueResponse response, WorkflowRun run, long fromEventId,
        IReadOnlyList<HistoryEvent> unstored)
    {
        response.History = new History();
        var last = run.State.NextEventId - 1;
        var page = Take(Batches(run, fromEventId, last), fromEventId, last, MaxTaskEvents);
        response.History.Events.AddRange(page);
        var next = page.Count == 0 ? fromEventId : page[^1].EventId + 1;
        if (next > last)
        {
            response.History.Events.AddRange(unstored);
        }
        else
        {
            response.NextPageToken =
                new HistoryToken { RunId = run.RunId, NextEventId = next, LastEventId = last, Unstored = { unstored } }.ToByteString();
        }
    }

    /// <summary>The events of one page: whole batches until it is full.</summary>
    public static List<HistoryEvent> Take(IEnumerable<HistoryBatch> batches, long fromEventId, long lastEventId, int size)
    {
        var page = new List<HistoryEvent>();
        long bytes = 0;
        foreach (var batch in batches)
        {
            if (page.Count >= size || bytes > MaxPageBytes)
            {
                break;
            }

            foreach (var item in batch.Events)
            {
                if (item.EventId >= fromEventId && item.EventId <= lastEventId)
                {
                    page.Add(item);
                    bytes += item.CalculateSize();
                }
            }
        }

        return page;
    }

    /// <summary>The batches of a run, those of the current transaction included.</summary>
    public static IEnumerable<HistoryBatch> Batches(WorkflowRun run, long fromEventId, long lastEventId)
    {
        var firstNew = run.NewEvents.Count > 0 ? run.NewEvents[0].EventId : long.MaxValue;
        IEnumerable<HistoryBatch> stored = fromEventId < firstNew && fromEventId <= lastEventId
            ? run.History.Read(fromEventId, Math.Min(lastEventId, firstNew - 1))
            : [];
        return run.NewEvents.Count > 0 ? stored.Append(new HistoryBatch([.. run.NewEvents])) : stored;
    }
}
