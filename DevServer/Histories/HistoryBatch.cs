using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Histories;

/// <summary>The events that one transaction wrote to a run; never changed afterwards. Pages of history end between batches.</summary>
internal sealed record HistoryBatch(IReadOnlyList<HistoryEvent> Events)
{
    public long FirstEventId => Events[0].EventId;

    public long LastEventId => Events[^1].EventId;
}
