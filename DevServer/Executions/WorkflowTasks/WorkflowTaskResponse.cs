using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.WorkflowTasks;

/// <summary>What a worker gets with a workflow task.</summary>
internal static class WorkflowTaskResponse
{
    public static PollWorkflowTaskQueueResponse Build(WorkflowRun run, WorkflowTaskState task, bool partialHistory)
    {
        var response = new PollWorkflowTaskQueueResponse
        {
            TaskToken = Tokens.Of(run, task),
            WorkflowExecution = new WorkflowExecution { WorkflowId = run.State.WorkflowId, RunId = run.RunId },
            WorkflowType = run.Start.WorkflowType,
            PreviousStartedEventId = run.State.PreviousStartedEventId,
            StartedEventId = task.StartedEventId,
            Attempt = task.Attempt,
            WorkflowExecutionTaskQueue = new TaskQueue { Name = run.Start.TaskQueue.Name, Kind = TaskQueueKind.Normal },
            ScheduledTime = Ticks.ToTimestamp(task.ScheduledTime),
            StartedTime = Ticks.ToTimestamp(task.StartedTime),
        };
        HistoryPages.AddTo(
            response,
            run,
            partialHistory ? run.State.PreviousStartedEventId + 1 : 1,
            [.. WorkflowTaskStorage.Unstored(run, task)]);
        response.Messages.Add(run.PendingUpdates.Deliver(task.ScheduledEventId));
        run.Queries.Attach(response.Queries);
        return response;
    }
}
