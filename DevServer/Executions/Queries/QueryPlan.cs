using Temporalio.Api.Enums.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Matching;

namespace TemporalVideo.DevServer.Executions.Queries;

/// <summary>How a query will get its answer, decided by the run's state.</summary>
internal sealed record QueryPlan
{
    private const int FailingAttempt = 3;

    public required string RunId { get; init; }

    /// <summary>The caller does not want an answer from a run in this state.</summary>
    public QueryRejected? Rejected { get; init; }

    /// <summary>No workflow task has been completed yet: look again when this is done.</summary>
    public Task? WaitForHistory { get; init; }

    /// <summary>Waits for the workflow task that is due.</summary>
    public BufferedQuery? Buffered { get; init; }

    public QueueTask? StickyTask { get; init; }

    public TimeSpan StickyTimeout { get; init; }

    public QueueTask? NormalTask { get; init; }

    /// <exception cref="Errors.ServiceException">FailedPrecondition: no worker can answer.</exception>
    public static QueryPlan Make(WorkflowRun run, QueryWorkflowRequest request, DateTimeOffset? deadline)
    {
        if (IsRejected(run.State.Status, request.QueryRejectCondition))
        {
            return new QueryPlan { RunId = run.RunId, Rejected = new QueryRejected { Status = run.State.Status } };
        }

        if (run.State.PreviousStartedEventId == 0)
        {
            return BeforeFirstTask(run, deadline);
        }

        if (run.IsOpen && run.State.WorkflowTaskAttempt >= FailingAttempt)
        {
            throw ServiceErrors.WorkflowNotReady("Unable to query workflow due to Workflow Task in failed state.");
        }

        if (run.IsOpen && run.State.WorkflowTask is not null)
        {
            var query = new BufferedQuery(request.Query);
            run.Queries.Add(query);
            return new QueryPlan { RunId = run.RunId, Buffered = query };
        }

        var normal = new QueueTask
        {
            Queue = new QueueKey(run.State.NamespaceId, run.Start.TaskQueue.Name, TaskQueueType.Workflow),
            Workflow = run.Workflow,
            RunId = run.RunId,
            Id = 0,
            OfferedTime = run.Now,
        };
        return new QueryPlan
        {
            RunId = run.RunId,
            NormalTask = normal,
            StickyTask = run.State.StickyQueue.Length == 0 ? null
                : normal with { Queue = normal.Queue with { Name = run.State.StickyQueue }, Fallback = normal.Queue },
            StickyTimeout = run.State.StickyTimeout > 0 ? TimeSpan.FromTicks(run.State.StickyTimeout) : TimeSpan.FromSeconds(5),
        };
    }

    private static QueryPlan BeforeFirstTask(WorkflowRun run, DateTimeOffset? deadline)
    {
        if (!run.IsOpen)
        {
            throw ServiceErrors.WorkflowNotReady("Workflow execution closed before WorkflowTaskStarted event");
        }

        if (run.State.WorkflowTaskAttempt >= FailingAttempt)
        {
            throw ServiceErrors.WorkflowNotReady("Unable to query workflow due to Workflow Task in failed state.");
        }

        var left = deadline is { } end ? end - DateTimeOffset.UtcNow : TimeSpan.MaxValue;
        if (run.State.AwaitsFirstTask && run.State.ExecutionTime - run.Now > left.Ticks)
        {
            throw ServiceErrors.WorkflowNotReady("Workflow task is not scheduled yet.");
        }

        run.HistoryWaiters++;
        return new QueryPlan { RunId = run.RunId, WaitForHistory = run.HistoryGrew.Task };
    }

    private static bool IsRejected(WorkflowExecutionStatus status, QueryRejectCondition condition) => condition switch
    {
        QueryRejectCondition.NotOpen => status != WorkflowExecutionStatus.Running,
        QueryRejectCondition.NotCompletedCleanly => status is WorkflowExecutionStatus.Failed or WorkflowExecutionStatus.Canceled
            or WorkflowExecutionStatus.Terminated or WorkflowExecutionStatus.TimedOut,
        _ => false,
    };
}
