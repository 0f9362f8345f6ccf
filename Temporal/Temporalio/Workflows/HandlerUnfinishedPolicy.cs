namespace Temporalio.Workflows;

/// <summary>What the worker does when a workflow ends while a signal or update handler is still running.</summary>
public enum HandlerUnfinishedPolicy
{
    /// <summary>Log a warning. The default.</summary>
    WarnAndAbandon,

    /// <summary>Say nothing.</summary>
    Abandon,
}
