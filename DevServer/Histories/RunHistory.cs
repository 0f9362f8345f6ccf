using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Storage;

namespace TemporalVideo.DevServer.Histories;

/// <summary>A run's events: the latest batches in memory, the older ones read when asked for. Guarded by the run's lock.</summary>
/// <param name="database">Where the batches are.</param>
/// <param name="runKey">The run.</param>
/// <param name="nextEventId">Id that the next event gets; what is before it is stored already.</param>
internal sealed class RunHistory(Database database, long runKey, long nextEventId)
{
    private const int KeptEvents = 1024;
    private readonly List<HistoryBatch> _recent = [];
    private long _firstRecent = nextEventId;
    private HistoryBatch? _lastRead;

    public void Append(HistoryBatch batch) => _recent.Add(batch);

    /// <summary>Forgets batches that workers have seen, once there are many. Call only when they are on disk.</summary>
    public void Trim(long seenEventId)
    {
        while (_recent.Count > 1 && _recent[^1].LastEventId - _firstRecent > KeptEvents && _recent[0].LastEventId < seenEventId)
        {
            _recent.RemoveAt(0);
            _firstRecent = _recent[0].FirstEventId;
        }
    }

    /// <summary>The batches that hold events of the given range, in order. Those not in memory must be committed.</summary>
    public List<HistoryBatch> Read(long fromEventId, long toEventId)
    {
        var batches = fromEventId < _firstRecent
            ? database.Read(connection => HistoryStore.Read(connection, runKey, fromEventId, Math.Min(toEventId, _firstRecent - 1)))
            : [];
        foreach (var batch in _recent)
        {
            if (batch.LastEventId >= fromEventId && batch.FirstEventId <= toEventId)
            {
                batches.Add(batch);
            }
        }

        return batches;
    }

    /// <summary>One event.</summary>
    public HistoryEvent Event(long eventId)
    {
        if (_lastRead is null || eventId < _lastRead.FirstEventId || eventId > _lastRead.LastEventId)
        {
            _lastRead = Read(eventId, eventId)[0];
        }

        return _lastRead.Events[(int)(eventId - _lastRead.FirstEventId)];
    }
}
