using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Closing;

namespace TemporalVideo.DevServer.Executions.Starting;

/// <summary>Whether a workflow id may get a new run.</summary>
internal static class StartPolicy
{
    /// <summary>The policies as they work: defaults filled in, the deprecated combination resolved.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument: they contradict each other.</exception>
    public static (WorkflowIdReusePolicy Reuse, WorkflowIdConflictPolicy Conflict) Resolve(
        WorkflowIdReusePolicy reuse, WorkflowIdConflictPolicy conflict, WorkflowIdConflictPolicy defaultConflict)
    {
        if (reuse == WorkflowIdReusePolicy.TerminateIfRunning)
        {
            if (conflict != WorkflowIdConflictPolicy.Unspecified)
            {
                throw ServiceErrors.InvalidArgument(
                    "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING cannot be used together with a "
                        + "WorkflowIDConflictPolicy.");
            }

            return (WorkflowIdReusePolicy.AllowDuplicate, WorkflowIdConflictPolicy.TerminateExisting);
        }

        if (reuse == WorkflowIdReusePolicy.RejectDuplicate && conflict == WorkflowIdConflictPolicy.TerminateExisting)
        {
            throw ServiceErrors.InvalidArgument(
                "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE cannot be used together with "
                    + "WorkflowIdConflictPolicy WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING.");
        }

        return (
            reuse == WorkflowIdReusePolicy.Unspecified ? WorkflowIdReusePolicy.AllowDuplicate : reuse,
            conflict == WorkflowIdConflictPolicy.Unspecified ? defaultConflict : conflict);
    }

    /// <summary>
    /// Decides by the current run. Gives the run that answers the call, or null when a new one is to be made
    /// (with <paramref name="newRunId"/>, after the old one was terminated if that is the policy).
    /// </summary>
    /// <exception cref="Errors.ServiceException">AlreadyExists.</exception>
    public static WorkflowRun? Existing(
        WorkflowTransaction transaction, string requestId, WorkflowIdReusePolicy reuse, WorkflowIdConflictPolicy conflict, string newRunId)
    {
        if (transaction.Current is not { } current)
        {
            return null;
        }

        if (requestId.Length > 0 && current.State.CreationRequestId == requestId)
        {
            return current;
        }

        if (current.IsOpen)
        {
            switch (conflict)
            {
                case WorkflowIdConflictPolicy.UseExisting:
                    return current;
                case WorkflowIdConflictPolicy.TerminateExisting:
                    RunClosing.Terminate(current, "TerminateIfRunning WorkflowIdReusePolicy",
                        Details.Text($"terminated by new runID: {newRunId}"), "history-service");
                    return null;
                default:
                    throw Exists(current, "Workflow execution is already running. ", "");
            }
        }

        var succeeded = current.State.Status is WorkflowExecutionStatus.Completed or WorkflowExecutionStatus.ContinuedAsNew;
        return reuse switch
        {
            WorkflowIdReusePolicy.RejectDuplicate =>
                throw Exists(current, "Workflow execution already finished. ", " Workflow Id reuse policy: reject duplicate workflow Id."),
            WorkflowIdReusePolicy.AllowDuplicateFailedOnly when succeeded =>
                throw Exists(current, "Workflow execution already finished successfully. ",
                    " Workflow Id reuse policy: allow duplicate workflow Id if last run failed."),
            _ => null,
        };
    }

    private static Errors.ServiceException Exists(WorkflowRun run, string what, string why) => ServiceErrors.WorkflowAlreadyStarted(
        $"{what}WorkflowId: {run.State.WorkflowId}, RunId: {run.RunId}.{why}", run.State.CreationRequestId, run.RunId);
}
