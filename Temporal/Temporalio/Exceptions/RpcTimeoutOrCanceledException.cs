namespace Temporalio.Exceptions;

/// <summary>The caller stopped waiting for a call, by its time limit or its token.</summary>
public class RpcTimeoutOrCanceledException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public RpcTimeoutOrCanceledException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
