using Temporalio.Api.Enums.V1;

namespace Temporalio.Exceptions;

/// <summary>A query was rejected because of the workflow's status, as its reject condition asks for.</summary>
public class WorkflowQueryRejectedException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    public WorkflowQueryRejectedException(WorkflowExecutionStatus workflowStatus)
        : base($"Query rejected, workflow status: {workflowStatus}") => WorkflowStatus = workflowStatus;

    /// <summary>Status of the workflow.</summary>
    public WorkflowExecutionStatus WorkflowStatus { get; }
}
