using System.Collections.Frozen;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>
/// What each event does to a run's state. The same table serves live events and the rebuilding of a run from its history (reset).
/// </summary>
internal static class EventAppliers
{
    private static readonly FrozenDictionary<EventType, Action<WorkflowRun, HistoryEvent>> Table =
        new IReadOnlyDictionary<EventType, Action<WorkflowRun, HistoryEvent>>[]
        {
            RunEvents.Table, WorkflowTaskEvents.Table, ActivityEvents.Table, TimerEvents.Table,
            ChildEvents.Table, ExternalEvents.Table, UpdateEvents.Table, AttributeEvents.Table,
        }.SelectMany(table => table).ToFrozenDictionary();

    public static void Apply(WorkflowRun run, HistoryEvent applied)
    {
        if (Table.TryGetValue(applied.EventType, out var apply))
        {
            apply(run, applied);
        }
    }
}
