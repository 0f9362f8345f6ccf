namespace Temporalio.Exceptions;

/// <summary>A workflow whose result was waited for did not complete; why (failed, canceled, terminated, timed out) is the inner exception.</summary>
public class WorkflowFailedException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public WorkflowFailedException(Exception? inner)
        : base("Workflow failed", inner)
    {
    }
}
