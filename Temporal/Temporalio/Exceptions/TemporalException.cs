namespace Temporalio.Exceptions;

/// <summary>Base of all exceptions of this library.</summary>
public abstract class TemporalException : Exception
{
    /// <summary>Makes an exception with the default message.</summary>
    protected TemporalException()
    {
    }

    /// <summary>Makes an exception.</summary>
    protected TemporalException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    protected TemporalException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>Whether an exception means cancellation: of a .NET token, of a workflow, or of an activity or child within one.</summary>
    public static bool IsCanceledException(Exception e) =>
        e is OperationCanceledException or CanceledFailureException
        || (e is ActivityFailureException or ChildWorkflowFailureException && e.InnerException is CanceledFailureException);
}
