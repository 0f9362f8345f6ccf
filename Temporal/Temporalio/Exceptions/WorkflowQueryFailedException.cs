namespace Temporalio.Exceptions;

/// <summary>A query handler threw, or there is no such query.</summary>
public class WorkflowQueryFailedException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public WorkflowQueryFailedException(string message)
        : base(message)
    {
    }
}
