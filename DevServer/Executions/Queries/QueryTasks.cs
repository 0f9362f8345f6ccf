using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Matching;

namespace TemporalVideo.DevServer.Executions.Queries;

/// <summary>Hands direct queries to workers: like a workflow task, but with nothing to do except to answer.</summary>
internal static class QueryTasks
{
    public static PollWorkflowTaskQueueResponse? Start(WorkflowTransaction transaction, QueueTask offer, DirectQuery query)
    {
        if (query.IsOver || transaction.Find(offer.RunId) is not { } run)
        {
            return null;
        }

        var response = new PollWorkflowTaskQueueResponse
        {
            TaskToken = new TaskToken
            {
                NamespaceId = run.State.NamespaceId,
                WorkflowId = run.State.WorkflowId,
                RunId = run.RunId,
                QueryId = query.Id,
            }.ToByteString(),
            WorkflowExecution = new WorkflowExecution { WorkflowId = run.State.WorkflowId, RunId = run.RunId },
            WorkflowType = run.Start.WorkflowType,
            PreviousStartedEventId = run.State.PreviousStartedEventId,
            WorkflowExecutionTaskQueue = new TaskQueue { Name = run.Start.TaskQueue.Name, Kind = TaskQueueKind.Normal },
            Query = query.Query,
            History = new History(),
        };
        var isSticky = run.State.StickyQueue.Length > 0 && offer.Queue.Name == run.State.StickyQueue;
        if (!isSticky)
        {
            HistoryPages.AddTo(response, run, fromEventId: 1, unstored: []);
        }

        return response;
    }
}
