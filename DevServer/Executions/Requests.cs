using Temporalio.Api.Common.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Namespaces;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Checks that many requests share.</summary>
internal static class Requests
{
    /// <summary>The workflow that a request names.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument.</exception>
    public static WorkflowKey Workflow(NamespaceRecord ns, WorkflowExecution? execution)
    {
        if (execution is null)
        {
            throw ServiceErrors.InvalidArgument("Execution is not set on request.");
        }

        if (execution.WorkflowId.Length == 0)
        {
            throw ServiceErrors.InvalidArgument("WorkflowId is not set on request.");
        }

        if (execution.RunId.Length > 0 && !Guid.TryParse(execution.RunId, out _))
        {
            throw ServiceErrors.InvalidArgument("Invalid RunId.");
        }

        return new WorkflowKey(ns.Id, execution.WorkflowId);
    }

    /// <exception cref="Errors.ServiceException">NotFound: there is no such run.</exception>
    public static WorkflowRun Run(WorkflowTransaction transaction, string runId) => transaction.Find(runId) ?? throw ServiceErrors.NotFound(
        runId.Length == 0
            ? $"workflow not found for ID: {transaction.Workflow.Key.WorkflowId}"
            : $"workflow execution not found for workflow ID \"{transaction.Workflow.Key.WorkflowId}\" and run ID \"{runId}\"");

    /// <summary>An open run, of the expected chain if one is given.</summary>
    /// <exception cref="Errors.ServiceException">NotFound: there is none.</exception>
    public static WorkflowRun OpenRun(WorkflowTransaction transaction, string runId, string firstExecutionRunId = "")
    {
        var run = Run(transaction, runId);
        if (firstExecutionRunId.Length > 0 && run.Start.FirstExecutionRunId != firstExecutionRunId)
        {
            throw ServiceErrors.NotFound("workflow execution not found");
        }

        return run.IsOpen ? run : throw ServiceErrors.NotFound("workflow execution already completed");
    }
}
