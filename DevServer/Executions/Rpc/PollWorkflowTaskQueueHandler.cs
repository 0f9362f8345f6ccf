using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.Queries;
using TemporalVideo.DevServer.Executions.WorkflowTasks;
using TemporalVideo.DevServer.Matching;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class PollWorkflowTaskQueueHandler(ExecutionEngine engine) : RpcHandler<PollWorkflowTaskQueueRequest,
    PollWorkflowTaskQueueResponse>
{
    public override async Task<PollWorkflowTaskQueueResponse> HandleAsync(PollWorkflowTaskQueueRequest request, ServiceCall call)
    {
        var ns = engine.Namespaces.Require(request.Namespace);
        if (request.TaskQueue?.Name is not { Length: > 0 } queueName)
        {
            throw ServiceErrors.InvalidArgument("TaskQueue is not set on request.");
        }

        var queue = new QueueKey(ns.Id, queueName, TaskQueueType.Workflow);
        var buildId = request.WorkerVersionCapabilities?.BuildId ?? "";
        using var ended = LongPoll.ForTasks(call, engine.Stopping, engine.Polls.EndOf(request.WorkerInstanceKey));
        while (await engine.Matching.TakeAsync(queue, new PollerRecord(request.Identity, engine.Clock.UtcNow, buildId), ended.Token)
            .ConfigureAwait(false) is { } offer)
        {
            if (call.CancellationToken.IsCancellationRequested)
            {
                engine.Matching.Add(offer);
                break;
            }

            var response = await engine.ChangeAsync(offer.Workflow, transaction => offer.Query is { } query
                ? QueryTasks.Start(transaction, offer, query)
                : WorkflowTaskStart.FromQueue(transaction, offer, request.Identity, buildId)).ConfigureAwait(false);
            if (response is not null)
            {
                return response;
            }
        }

        return new PollWorkflowTaskQueueResponse();
    }
}
