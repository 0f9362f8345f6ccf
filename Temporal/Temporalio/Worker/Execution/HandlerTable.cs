using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>Handlers of one run, by attribute and registered by the code, and the signals that wait for one.</summary>
internal sealed class HandlerTable
{
    private readonly List<BufferedSignal> _buffered = [];
    private readonly LinkedList<RunningHandler> _running = new();
    private WorkflowSignalDefinition? _dynamicSignal;

    public HandlerTable(WorkflowDefinition definition)
    {
        Signals = new(definition.Signals, (name, handler) => Release(b => b.Name == name, handler));
        Queries = new(definition.Queries, static (_, _) => { });
        Updates = new(definition.Updates, static (_, _) => { });
        _dynamicSignal = definition.DynamicSignal;
        DynamicQuery = definition.DynamicQuery;
        DynamicUpdate = definition.DynamicUpdate;
    }

    public ObservedDictionary<WorkflowSignalDefinition> Signals { get; }

    public ObservedDictionary<WorkflowQueryDefinition> Queries { get; }

    public ObservedDictionary<WorkflowUpdateDefinition> Updates { get; }

    public WorkflowQueryDefinition? DynamicQuery { get; set; }

    public WorkflowUpdateDefinition? DynamicUpdate { get; set; }

    public WorkflowSignalDefinition? DynamicSignal
    {
        get => _dynamicSignal;
        set
        {
            _dynamicSignal = value;
            if (value is not null)
            {
                Release(static b => !IsReserved(b.Name), value);
            }
        }
    }

    public bool AllFinished => _running.Count == 0;

    public IEnumerable<RunningHandler> Running => _running;

    public WorkflowSignalDefinition? FindSignal(string name) =>
        Signals.TryGetValue(name, out var handler) ? handler : IsReserved(name) ? null : DynamicSignal;

    public WorkflowQueryDefinition? FindQuery(string name) =>
        Queries.TryGetValue(name, out var handler) ? handler : IsReserved(name) ? null : DynamicQuery;

    public WorkflowUpdateDefinition? FindUpdate(string name) =>
        Updates.TryGetValue(name, out var handler) ? handler : IsReserved(name) ? null : DynamicUpdate;

    /// <summary>Keeps a signal until a handler comes.</summary>
    public void Buffer(string name, Action<WorkflowSignalDefinition> deliver) => _buffered.Add(new(name, deliver));

    /// <summary>Takes note of a running handler; removing what is returned ends it.</summary>
    public LinkedListNode<RunningHandler> Enter(RunningHandler handler) => _running.AddLast(handler);

    public void Leave(LinkedListNode<RunningHandler> node) => _running.Remove(node);

    private static bool IsReserved(string name) => name.StartsWith(HandlerNames.ReservedPrefix, StringComparison.Ordinal);

    private void Release(Func<BufferedSignal, bool> filter, WorkflowSignalDefinition handler)
    {
        var released = _buffered.Where(filter).ToList();
        _buffered.RemoveAll(released.Contains);
        released.ForEach(b => b.Deliver(handler));
    }

    /// <summary>A handler that has begun and not ended.</summary>
    /// <param name="Name">Signal or update name.</param>
    /// <param name="UpdateId">Update id; null for a signal.</param>
    /// <param name="Policy">What happens when the workflow ends first.</param>
    public sealed record RunningHandler(string Name, string? UpdateId, HandlerUnfinishedPolicy Policy);

    private sealed record BufferedSignal(string Name, Action<WorkflowSignalDefinition> Deliver);
}
