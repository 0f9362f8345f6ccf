using Temporalio.Api.History.V1;
using Temporalio.Exceptions;

namespace Temporalio.Worker.Machines;

/// <summary>Makes the errors that say how history and code disagree.</summary>
internal static class Nondeterminism
{
    public static WorkflowNondeterminismException At(HistoryEvent historyEvent, string detail) =>
        new($"[TMPRL1100] Nondeterminism error at event {historyEvent.EventId} ({historyEvent.EventType}): {detail}");

    public static WorkflowNondeterminismException AtEnd(string detail) =>
        new($"[TMPRL1100] Nondeterminism error at the end of the history: {detail}");
}
