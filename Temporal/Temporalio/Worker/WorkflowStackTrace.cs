namespace Temporalio.Worker;

/// <summary>What the query <c>__stack_trace</c> tells of a workflow.</summary>
public enum WorkflowStackTrace
{
    /// <summary>What the workflow waits for, without the code that does.</summary>
    None,

    /// <summary>Also the call stack of each wait. Costs time and memory at each.</summary>
    Normal,
}
