namespace Temporalio.Exceptions;

/// <summary>Thrown by the heartbeat of an <c>AsyncActivityHandle</c> when the activity was asked to cancel.</summary>
public class AsyncActivityCanceledException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public AsyncActivityCanceledException()
        : base("Activity cancelled")
    {
    }
}
