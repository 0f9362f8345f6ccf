using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>A termination, as the cause of a workflow or child workflow failure.</summary>
public class TerminatedFailureException : FailureException
{
    /// <summary>Makes a termination.</summary>
    public TerminatedFailureException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>Makes the exception of a received failure.</summary>
    protected internal TerminatedFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
    }

    internal TerminatedFailureException(string message, IFailureDetails? details)
        : base(message) => Details = details;

    /// <summary>Details given with the termination; null when they are not known.</summary>
    public IFailureDetails? Details { get; protected init; }
}
