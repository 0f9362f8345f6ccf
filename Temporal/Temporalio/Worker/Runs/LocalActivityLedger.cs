using Temporalio.Api.History.V1;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Runs;

/// <summary>Local activities of a run that have not ended, and outcomes that history already has.</summary>
internal sealed class LocalActivityLedger
{
    private readonly Dictionary<uint, LocalActivityRequest> _open = [];
    private readonly List<(uint Seq, LocalActivityOutcome Outcome)> _recorded = [];
    private readonly HashSet<uint> _canceled = [];

    /// <summary>Requests without an outcome, in the order of their numbers.</summary>
    public IEnumerable<LocalActivityRequest> Open => _open.OrderBy(o => o.Key).Select(o => o.Value);

    /// <summary>Numbers of open activities that are to be told to stop; empties the list.</summary>
    public IReadOnlyList<uint> TakeCanceled()
    {
        var canceled = _canceled.ToList();
        _canceled.Clear();
        return canceled;
    }

    /// <summary>Takes an outcome from history.</summary>
    public void Learn(MarkerRecordedEventAttributes attributes)
    {
        if (LocalActivityMarker.TryRead(attributes.MarkerName, attributes.Details) is { } marker)
        {
            var result = attributes.Failure is null ? attributes.Details.GetValueOrDefault(LocalActivityMarker.ResultKey) : null;
            _recorded.Add((marker.Seq, new(result, attributes.Failure, marker.Attempt)
            {
                CompleteTime = marker.CompleteTime?.ToDateTime(),
                Backoff = marker.Backoff?.ToTimeSpan(),
                FirstScheduled = marker.OriginalScheduleTime?.ToDateTime(),
            }));
        }
    }

    public void Request(LocalActivityRequest request) => _open.Add(request.Seq, request);

    public void Finish(uint seq) => _open.Remove(seq);

    /// <summary>Closes an activity whose machine did not wait for its outcome.</summary>
    public void FinishIfResolved(uint seq, Machine machine)
    {
        if (machine is LocalActivityMachine { State: LocalActivityState.Resolved })
        {
            Finish(seq);
        }
    }

    /// <summary>Asks an activity to stop; false when its outcome stands already.</summary>
    public bool Cancel(uint seq)
    {
        if (!_open.ContainsKey(seq) || _recorded.Any(r => r.Seq == seq))
        {
            return false;
        }

        return _canceled.Add(seq);
    }

    /// <summary>The next outcome of history that the code has asked for.</summary>
    public (uint Seq, LocalActivityOutcome Outcome)? TakeRecorded()
    {
        var index = _recorded.FindIndex(r => _open.ContainsKey(r.Seq));
        if (index < 0)
        {
            return null;
        }

        var found = _recorded[index];
        _recorded.RemoveAt(index);
        return found;
    }
}
