using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Namespaces;

namespace TemporalVideo.DevServer.Executions.Updates;

/// <summary>Checks update requests and makes their answers.</summary>
internal static class UpdateRequests
{
    /// <summary>Checks the request and gives it an update id if it has none.</summary>
    public static WorkflowKey Check(UpdateWorkflowExecutionRequest request, NamespaceRecord ns)
    {
        var key = Requests.Workflow(ns, request.WorkflowExecution);
        if (request.Request?.Input?.Name is not { Length: > 0 })
        {
            throw ServiceErrors.InvalidArgument("UpdateName is not set on request.");
        }

        request.Request.Meta ??= new Meta();
        if (request.Request.Meta.UpdateId.Length == 0)
        {
            request.Request.Meta.UpdateId = Guid.NewGuid().ToString();
        }

        Limits.CheckLength(request.Request.Meta.UpdateId, "UpdateID");
        CheckStage(request.WaitPolicy?.LifecycleStage ?? UpdateWorkflowExecutionLifecycleStage.Unspecified);
        return key;
    }

    public static void CheckStage(UpdateWorkflowExecutionLifecycleStage stage)
    {
        if (stage == UpdateWorkflowExecutionLifecycleStage.Admitted)
        {
            throw ServiceErrors.PermissionDenied("UpdateWorkflowExecution waiting on update admitted is not supported.");
        }
    }

    public static UpdateWorkflowExecutionResponse Answer(PendingUpdate update, WorkflowKey key, string runId) => new()
    {
        UpdateRef = Reference(update, key, runId),
        Outcome = update.Outcome,
        Stage = update.Stage,
    };

    public static UpdateRef Reference(PendingUpdate update, WorkflowKey key, string runId) => new()
    {
        WorkflowExecution = new WorkflowExecution { WorkflowId = key.WorkflowId, RunId = runId },
        UpdateId = update.Id,
    };
}
