namespace Temporalio.Workflows;

/// <summary>What cancelling the token of a child workflow does.</summary>
public enum ChildWorkflowCancellationType
{
    /// <summary>Leave the child alone and fail the call as cancelled.</summary>
    Abandon,

    /// <summary>Ask the child to cancel and fail the call as cancelled at once.</summary>
    TryCancel,

    /// <summary>Ask the child to cancel and wait for its outcome. The default.</summary>
    WaitCancellationCompleted,

    /// <summary>Ask the child to cancel and wait until the request has been delivered.</summary>
    WaitCancellationRequested,
}
