using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>History and code disagree. Becomes the public exception where it leaves the engine.</summary>
internal sealed class NondeterminismException : Exception
{
    public NondeterminismException(HistoryEvent historyEvent, string detail)
        : base($"[TMPRL1100] Nondeterminism error: event {historyEvent.EventId} ({historyEvent.EventType}): {detail}")
    {
    }

    public NondeterminismException(string detail)
        : base($"[TMPRL1100] Nondeterminism error: {detail}")
    {
    }
}
