namespace Temporalio.Exceptions;

/// <summary>A workflow whose result was waited for without following runs continued as new.</summary>
public class WorkflowContinuedAsNewException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public WorkflowContinuedAsNewException(string newRunId)
        : base("Workflow continued as new") => NewRunId = newRunId;

    /// <summary>Id of the run that goes on.</summary>
    public string NewRunId { get; }
}
