namespace Temporalio.Workflows;

/// <summary>What cancelling the token of an activity call does.</summary>
public enum ActivityCancellationType
{
    /// <summary>Ask the server to cancel the activity and fail the call as cancelled at once. The default.</summary>
    TryCancel,

    /// <summary>Ask the server to cancel the activity and wait for its outcome.</summary>
    WaitCancellationCompleted,

    /// <summary>Fail the call as cancelled and leave the activity alone.</summary>
    Abandon,
}
