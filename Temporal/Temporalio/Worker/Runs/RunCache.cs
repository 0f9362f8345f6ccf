namespace Temporalio.Worker.Runs;

/// <summary>Runs in memory, the least recently used first out. A run in use is held by one task; others wait for it.</summary>
internal sealed class RunCache(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Slot> _slots = [];
    private readonly LinkedList<string> _byUse = new();

    /// <summary>Number of runs held.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _slots.Values.Count(s => s.Run is not null);
            }
        }
    }

    /// <summary>Waits for a run to be free and takes hold of it, be it in memory or not.</summary>
    public async Task<Lease> AcquireAsync(string runId)
    {
        Slot slot;
        lock (_lock)
        {
            if (!_slots.TryGetValue(runId, out slot!))
            {
                slot = new(_byUse.AddLast(runId));
                _slots.Add(runId, slot);
            }

            slot.Users++;
        }

        await slot.Free.WaitAsync().ConfigureAwait(false);
        return new(this, runId, slot);
    }

    private void Release(string runId, Slot slot)
    {
        var evicted = new List<WorkflowRun>();
        lock (_lock)
        {
            slot.Users--;
            _byUse.Remove(slot.Use);
            _byUse.AddLast(slot.Use);
            if (slot.Users == 0 && slot.Run is null)
            {
                Drop(runId, slot);
            }

            for (var node = _byUse.First; node is not null && _slots.Count > capacity;)
            {
                var next = node.Next;
                var candidate = _slots[node.Value];
                if (candidate.Users == 0)
                {
                    evicted.Add(candidate.Run!);
                    Drop(node.Value, candidate);
                }

                node = next;
            }
        }

        evicted.ForEach(r => r.Dispose());
        slot.Free.Release();
    }

    private void Drop(string runId, Slot slot)
    {
        _slots.Remove(runId);
        _byUse.Remove(slot.Use);
    }

    /// <summary>Hold of a run.</summary>
    internal sealed class Lease(RunCache cache, string runId, Slot slot) : IDisposable
    {
        /// <summary>The run, or null when it is not in memory. Setting null drops it.</summary>
        public WorkflowRun? Run
        {
            get => slot.Run;
            set
            {
                if (value != slot.Run)
                {
                    slot.Run?.Dispose();
                }

                slot.Run = value;
            }
        }

        public void Dispose() => cache.Release(runId, slot);
    }

    internal sealed class Slot(LinkedListNode<string> use)
    {
        public LinkedListNode<string> Use => use;

        public SemaphoreSlim Free { get; } = new(1);

        public int Users { get; set; }

        public WorkflowRun? Run { get; set; }
    }
}
