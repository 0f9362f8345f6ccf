using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>A failure that the server itself made.</summary>
public class ServerFailureException : FailureException
{
    /// <summary>Makes the exception of a received failure.</summary>
    protected internal ServerFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
        if (failure.ServerFailureInfo == null)
        {
            throw new ArgumentException("The failure has no server failure info.");
        }
    }

    /// <summary>The failure it was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Whether it is final whatever the retry policy says.</summary>
    public bool NonRetryable => Failure.ServerFailureInfo.NonRetryable;
}
