using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>Base of the exceptions that travel as failures; thrown out of a workflow's main method they fail the workflow.</summary>
public class FailureException : TemporalException
{
    /// <summary>Makes an exception that was not received as a failure.</summary>
    protected internal FailureException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Makes an exception from a received failure.</summary>
    protected internal FailureException(Failure failure, Exception? inner)
        : base(failure.Message, inner) => Failure = failure;

    /// <summary>The failure it was made from; null if it was made in this process.</summary>
    public Failure? Failure { get; protected init; }

    /// <summary>The stack trace of this process, or else the one received.</summary>
    public override string? StackTrace => base.StackTrace is { Length: > 0 } own ? own : Failure?.StackTrace;
}
