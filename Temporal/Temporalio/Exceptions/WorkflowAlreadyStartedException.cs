namespace Temporalio.Exceptions;

/// <summary>A workflow could not start because its id is in use; thrown by clients and for child workflows.</summary>
public class WorkflowAlreadyStartedException : FailureException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">The server's message.</param>
    /// <param name="workflowId">See <see cref="WorkflowId" />.</param>
    /// <param name="workflowType">See <see cref="WorkflowType" />.</param>
    /// <param name="runId">See <see cref="RunId" />.</param>
    public WorkflowAlreadyStartedException(string message, string workflowId, string workflowType, string runId)
        : base(message)
    {
        WorkflowId = workflowId;
        WorkflowType = workflowType;
        RunId = runId;
    }

    /// <summary>The workflow id in use.</summary>
    public string WorkflowId { get; }

    /// <summary>Type of the workflow that could not start.</summary>
    public string WorkflowType { get; }

    /// <summary>Run id of the workflow that has the id; <c>&lt;unknown&gt;</c> for child workflows.</summary>
    public string RunId { get; }
}
