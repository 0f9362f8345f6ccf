namespace Temporalio.Client;

public partial interface ITemporalClient
{
    /// <summary>A handle of an activity by its task token; makes no call.</summary>
    AsyncActivityHandle GetAsyncActivityHandle(byte[] taskToken);

    /// <summary>A handle of an activity by its ids; makes no call.</summary>
    /// <param name="workflowId">Workflow id.</param>
    /// <param name="runId">Run id; null means the latest run.</param>
    /// <param name="activityId">Activity id.</param>
    AsyncActivityHandle GetAsyncActivityHandle(string workflowId, string? runId, string activityId);
}
