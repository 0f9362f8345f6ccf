using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;
using OperationCase = Temporalio.Api.WorkflowService.V1.StartBatchOperationRequest.OperationOneofCase;

namespace TemporalVideo.DevServer.Batch;

/// <summary>Does to one workflow what a batch job does to many.</summary>
internal sealed class BatchOperation(InternalCalls calls)
{
    /// <summary>The type of a job, as every client knows it; null when the operation is not offered.</summary>
    public static BatchOperationType? TypeOf(OperationCase operation) => operation switch
    {
#pragma warning disable CS0612 // The numbers that replace these are unknown to today's tools.
        OperationCase.TerminationOperation => BatchOperationType.Terminate,
        OperationCase.SignalOperation => BatchOperationType.Signal,
        OperationCase.CancellationOperation => BatchOperationType.Cancel,
        OperationCase.DeletionOperation => BatchOperationType.Delete,
        OperationCase.ResetOperation => BatchOperationType.Reset,
        OperationCase.UpdateWorkflowOptionsOperation => BatchOperationType.UpdateExecutionOptions,
#pragma warning restore CS0612
        _ => null,
    };

    /// <summary>Does it.</summary>
    /// <exception cref="Errors.ServiceException">It failed.</exception>
    public Task ApplyAsync(StartBatchOperationRequest job, WorkflowExecution execution) => job.OperationCase switch
    {
        OperationCase.TerminationOperation => CallAsync("TerminateWorkflowExecution", new TerminateWorkflowExecutionRequest
        {
            Namespace = job.Namespace,
            WorkflowExecution = execution,
            Reason = job.Reason,
            Details = job.TerminationOperation.Details,
            Identity = job.TerminationOperation.Identity,
        }),
        OperationCase.SignalOperation => CallAsync("SignalWorkflowExecution", new SignalWorkflowExecutionRequest
        {
            Namespace = job.Namespace,
            WorkflowExecution = execution,
            SignalName = job.SignalOperation.Signal,
            Input = job.SignalOperation.Input,
            Header = job.SignalOperation.Header,
            Identity = job.SignalOperation.Identity,
            RequestId = $"{job.JobId}-{execution.RunId}",
        }),
        OperationCase.CancellationOperation => CallAsync("RequestCancelWorkflowExecution", new RequestCancelWorkflowExecutionRequest
        {
            Namespace = job.Namespace,
            WorkflowExecution = execution,
            Reason = job.Reason,
            Identity = job.CancellationOperation.Identity,
            RequestId = $"{job.JobId}-{execution.RunId}",
        }),
        OperationCase.DeletionOperation => CallAsync(
            "DeleteWorkflowExecution", new DeleteWorkflowExecutionRequest { Namespace = job.Namespace, WorkflowExecution = execution }),
        OperationCase.ResetOperation => ResetAsync(job, execution),
        OperationCase.UpdateWorkflowOptionsOperation => CallAsync(
            "UpdateWorkflowExecutionOptions",
            new UpdateWorkflowExecutionOptionsRequest
            {
                Namespace = job.Namespace,
                WorkflowExecution = execution,
                WorkflowExecutionOptions = job.UpdateWorkflowOptionsOperation.WorkflowExecutionOptions,
                UpdateMask = job.UpdateWorkflowOptionsOperation.UpdateMask,
            }),
        _ => throw new InvalidOperationException($"No batch operation {job.OperationCase}."),
    };

    private async Task ResetAsync(StartBatchOperationRequest job, WorkflowExecution execution)
    {
        var operation = job.ResetOperation;
        var request = new ResetWorkflowExecutionRequest
        {
            Namespace = job.Namespace,
            WorkflowExecution = execution,
            Reason = job.Reason,
            RequestId = $"{job.JobId}-{execution.RunId}",
            WorkflowTaskFinishEventId = await FinishEventAsync(job, execution).ConfigureAwait(false),
            Identity = operation.Identity,
            PostResetOperations = { operation.PostResetOperations },
        };
#pragma warning disable CS0612 // Older tools say it in the deprecated fields.
        request.ResetReapplyType = operation.Options?.ResetReapplyType ?? operation.ResetReapplyType;
#pragma warning restore CS0612
        request.ResetReapplyExcludeTypes.Add(operation.Options?.ResetReapplyExcludeTypes ?? []);
        await CallAsync("ResetWorkflowExecution", request).ConfigureAwait(false);
    }

    /// <summary>The workflow task to go back to.</summary>
    private async Task<long> FinishEventAsync(StartBatchOperationRequest job, WorkflowExecution execution)
    {
        var options = job.ResetOperation.Options;
        if (options?.TargetCase == ResetOptions.TargetOneofCase.WorkflowTaskId)
        {
            return options.WorkflowTaskId;
        }

#pragma warning disable CS0612 // Older tools say it in the deprecated field.
        var isFirst = options?.TargetCase == ResetOptions.TargetOneofCase.FirstWorkflowTask
            || job.ResetOperation.ResetType == ResetType.FirstWorkflowTask;
#pragma warning restore CS0612
        var request = new GetWorkflowExecutionHistoryRequest { Namespace = job.Namespace, Execution = execution };
        long found = 0;
        do
        {
            var page = await calls.CallAsync<GetWorkflowExecutionHistoryResponse>("GetWorkflowExecutionHistory", request)
                .ConfigureAwait(false);
            foreach (var completed in page.History.Events.Where(e => e.EventType == EventType.WorkflowTaskCompleted))
            {
                found = completed.EventId;
                if (isFirst)
                {
                    return found;
                }
            }

            request.NextPageToken = page.NextPageToken;
        }
        while (!request.NextPageToken.IsEmpty);

        return found > 0 ? found : throw Errors.ServiceErrors.NotFound("unable to find a completed workflow task to reset to");
    }

    private Task CallAsync(string method, IMessage request) => calls.CallAsync<IMessage>(method, request);
}
