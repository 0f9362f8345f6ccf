using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Starting;
using TemporalVideo.DevServer.Executions.Updates;
using TemporalVideo.DevServer.Rpc;
using static Temporalio.Api.WorkflowService.V1.ExecuteMultiOperationRequest.Types.Operation;

namespace TemporalVideo.DevServer.Executions.Rpc;

/// <summary>Update-with-start: the workflow is started, or found running, and gets the update; both or neither.</summary>
internal sealed class ExecuteMultiOperationHandler(ExecutionEngine engine) : RpcHandler<ExecuteMultiOperationRequest,
    ExecuteMultiOperationResponse>
{
    public override async Task<ExecuteMultiOperationResponse> HandleAsync(ExecuteMultiOperationRequest request, ServiceCall call)
    {
        var ns = engine.Namespaces.Require(request.Namespace);
        var (startRequest, updateRequest) = Operations(request);
        StartRequest start;
        WorkflowKey key;
        try
        {
            start = Checked(startRequest, ns);
        }
        catch (ServiceException e)
        {
            throw ServiceErrors.MultiOperation(e, [ServiceErrors.OperationStatus(e), ServiceErrors.OperationAborted()]);
        }

        try
        {
            key = Checked(updateRequest, startRequest, ns);
        }
        catch (ServiceException e)
        {
            throw ServiceErrors.MultiOperation(e, [ServiceErrors.OperationAborted(), ServiceErrors.OperationStatus(e)]);
        }

        using var timeUp = LongPoll.ForChanges(call, engine.Stopping);
        var isStart = true;
        try
        {
            var (started, update) = await engine.ChangeAsync(key, transaction =>
            {
                isStart = true;
                var known = transaction.Current is { } current && start.ConflictPolicy != WorkflowIdConflictPolicy.TerminateExisting
                    ? UpdateAdmission.Find(current, updateRequest.Request.Meta.UpdateId)
                    : null;
                var response = known is null
                    ? WorkflowStarter.Start(transaction, start, eager: false, startRequest.Identity)
                    : new StartWorkflowExecutionResponse { RunId = transaction.Current!.RunId, Status = transaction.Current.State.Status };
                isStart = false;
                return (response, known ?? UpdateAdmission.Admit(Requests.Run(transaction, response.RunId), updateRequest.Request));
            }).ConfigureAwait(false);
            await update.WaitAsync(updateRequest.WaitPolicy?.LifecycleStage ?? UpdateWorkflowExecutionLifecycleStage.Unspecified,
                timeUp.Token).ConfigureAwait(false);
            return new ExecuteMultiOperationResponse
            {
                Responses =
                {
                    new ExecuteMultiOperationResponse.Types.Response { StartWorkflow = started },
                    new ExecuteMultiOperationResponse.Types.Response { UpdateWorkflow = UpdateRequests.Answer(update, key, started.RunId) },
                },
            };
        }
        catch (UpdateAbortedException aborted)
        {
            var error = ServiceErrors.NotFound(aborted.Message);
            throw ServiceErrors.MultiOperation(error, [ServiceErrors.OperationAborted(), ServiceErrors.OperationStatus(error)]);
        }
        catch (ServiceException e)
        {
            throw ServiceErrors.MultiOperation(e, isStart
                ? [ServiceErrors.OperationStatus(e), ServiceErrors.OperationAborted()]
                : [ServiceErrors.OperationAborted(), ServiceErrors.OperationStatus(e)]);
        }
    }

    private static (StartWorkflowExecutionRequest Start,
        UpdateWorkflowExecutionRequest Update) Operations(ExecuteMultiOperationRequest request) =>
        request.Operations is [{ OperationCase: OperationOneofCase.StartWorkflow } start,
        { OperationCase: OperationOneofCase.UpdateWorkflow } update]
            ? (start.StartWorkflow, update.UpdateWorkflow)
            : throw ServiceErrors.InvalidArgument("Operations have to be exactly [Start, Update].");

    private StartRequest Checked(StartWorkflowExecutionRequest request, Namespaces.NamespaceRecord ns) =>
        request.CronSchedule.Length > 0 ? throw ServiceErrors.InvalidArgument("CronSchedule is not allowed.")
        : request.RequestEagerExecution ? throw ServiceErrors.InvalidArgument("RequestEagerExecution is not supported.")
        : request.WorkflowStartDelay is not null ? throw ServiceErrors.InvalidArgument("WorkflowStartDelay is not supported.")
        : StartRequest.Of(request, ns, engine.SearchAttributes);

    private static WorkflowKey Checked(UpdateWorkflowExecutionRequest request, StartWorkflowExecutionRequest start,
        Namespaces.NamespaceRecord ns) =>
        request.FirstExecutionRunId.Length > 0 ? throw ServiceErrors.InvalidArgument("FirstExecutionRunId is not allowed.")
        : request.WorkflowExecution?.RunId.Length > 0 ? throw ServiceErrors.InvalidArgument("RunId is not allowed.")
        : request.WorkflowExecution?.WorkflowId != start.WorkflowId
            ? throw ServiceErrors.InvalidArgument("WorkflowId is not consistent with previous operation(s).")
        : UpdateRequests.Check(request, ns);
}
