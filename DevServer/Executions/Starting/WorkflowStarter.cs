using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions.Starting;

/// <summary>Starts workflows, or finds the run that a start is answered with.</summary>
internal static class WorkflowStarter
{
    /// <summary>Starts the workflow unless a policy says otherwise; the first workflow task is scheduled.</summary>
    public static StartWorkflowExecutionResponse Start(WorkflowTransaction transaction, StartRequest start, bool eager, string identity)
    {
        var runId = RunFactory.NewRunId();
        if (StartPolicy.Existing(transaction, start.RequestId, start.ReusePolicy, start.ConflictPolicy, runId) is { } existing)
        {
            return new StartWorkflowExecutionResponse
            {
                RunId = existing.RunId,
                FirstExecutionRunId = existing.Start.FirstExecutionRunId,
                Started = existing.State.CreationRequestId == start.RequestId,
                Status = existing.State.Status,
            };
        }

        start.Attributes.EagerExecutionAccepted = eager;
        var run = start.Start(transaction, runId);
        WorkflowTaskScheduler.ScheduleIfNone(run);
        var response = new StartWorkflowExecutionResponse
        {
            RunId = run.RunId,
            FirstExecutionRunId = run.RunId,
            Started = true,
            Status = WorkflowExecutionStatus.Running,
        };
        if (eager && run.State.WorkflowTask is { } task)
        {
            transaction.Withdraw(task.Stamp);
            response.EagerWorkflowTask = WorkflowTaskStart.Start(run, task, identity, buildId: "", start.RequestId, partialHistory: false);
        }

        return response;
    }
}
