namespace Temporalio.Exceptions;

/// <summary>An update was rejected or its handler failed; why is the inner exception.</summary>
public class WorkflowUpdateFailedException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public WorkflowUpdateFailedException(Exception? inner)
        : base("Workflow update failed", inner)
    {
    }
}
