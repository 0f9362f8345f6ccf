using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Executions.Starting;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions.Closing;

/// <summary>What follows a run: continue-as-new, a workflow retry, or the next cron slot.</summary>
internal static class Successors
{
    private static readonly long ShortestInterval = TimeSpan.FromSeconds(1).Ticks;

    public static Successor ContinuedAsNew(WorkflowRun run, ContinueAsNewWorkflowExecutionCommandAttributes command)
    {
        var attributes = Base(run);
        attributes.Initiator = command.Initiator == ContinueAsNewInitiator.Unspecified ? ContinueAsNewInitiator.Workflow
            : command.Initiator;
        attributes.WorkflowType = command.WorkflowType?.Name is { Length: > 0 } ? command.WorkflowType : run.Start.WorkflowType;
        attributes.TaskQueue = command.TaskQueue?.Name is { Length: > 0 } queue
            ? new TaskQueue { Name = queue, Kind = TaskQueueKind.Normal } : run.Start.TaskQueue;
        attributes.Input = command.Input;
        attributes.Header = command.Header;
        attributes.Memo = command.Memo;
        attributes.SearchAttributes = command.SearchAttributes;
        attributes.RetryPolicy = command.RetryPolicy;
        attributes.CronSchedule = command.CronSchedule.Length > 0 ? command.CronSchedule : run.Start.CronSchedule;
        attributes.LastCompletionResult = command.LastCompletionResult;
        attributes.ContinuedFailure = command.Failure;
        if (Ticks.Of(command.WorkflowRunTimeout) > 0)
        {
            attributes.WorkflowRunTimeout = command.WorkflowRunTimeout;
        }

        if (Ticks.Of(command.WorkflowTaskTimeout) > 0)
        {
            attributes.WorkflowTaskTimeout = command.WorkflowTaskTimeout;
        }

        var life = run.Now - run.State.StartTime;
        attributes.FirstWorkflowTaskBackoff =
            Ticks.ToDuration(Math.Max(Ticks.Of(command.BackoffStartInterval), Math.Max(0, ShortestInterval - life)));
        return new Successor(Guid.NewGuid().ToString(), attributes);
    }

    public static (RetryState State, Successor? Next) AfterFailure(WorkflowRun run, Failure failure, bool mayRetry)
    {
        var decision = mayRetry
            ? RetryPolicies.Decide(run.Start.RetryPolicy, run.Start.Attempt, failure, run.Now, run.State.ExecutionExpirationTime)
            : RetryDecision.Stop(RetryState.RetryPolicyNotSet);
        if (decision.Retries)
        {
            var retry = Same(run);
            retry.Initiator = ContinueAsNewInitiator.Retry;
            retry.Attempt = run.Start.Attempt + 1;
            retry.ContinuedFailure = failure;
            retry.LastCompletionResult = run.Start.LastCompletionResult;
            retry.FirstWorkflowTaskBackoff = Ticks.ToDuration(decision.Delay);
            return (RetryState.InProgress, new Successor(Guid.NewGuid().ToString(), retry));
        }

        var next = NextSlot(run);
        if (next is not null)
        {
            next.Attributes.ContinuedFailure = failure;
            next.Attributes.LastCompletionResult = run.Start.LastCompletionResult;
        }

        return (decision.State, next);
    }

    public static Successor? AfterCompletion(WorkflowRun run, Payloads? result)
    {
        var next = NextSlot(run);
        if (next is not null)
        {
            next.Attributes.LastCompletionResult = result;
        }

        return next;
    }

    /// <summary>Makes the following run, in the same transaction as the end of this one.</summary>
    public static void Start(WorkflowRun run, Successor next)
    {
        var started =
            RunFactory.Create(run.Transaction, next.RunId, next.Attributes, Guid.NewGuid().ToString(), run.StartedEvent.UserMetadata);
        WorkflowTaskScheduler.ScheduleIfNone(started);
    }

    private static Successor? NextSlot(WorkflowRun run)
    {
        if (run.Start.CronSchedule.Length == 0 || CronSchedule.Parse(run.Start.CronSchedule)
            .Next(Ticks.ToTime(run.State.ExecutionTime), Ticks.ToTime(run.Now)) is not { } slot)
        {
            return null;
        }

        if (run.State.ExecutionExpirationTime > 0 && slot.UtcTicks > run.State.ExecutionExpirationTime)
        {
            return null;
        }

        var attributes = Same(run);
        attributes.Initiator = ContinueAsNewInitiator.CronSchedule;
        attributes.FirstWorkflowTaskBackoff = Ticks.ToDuration(slot.UtcTicks - run.Now);
        return new Successor(Guid.NewGuid().ToString(), attributes);
    }

    /// <summary>The same workflow once more.</summary>
    private static WorkflowExecutionStartedEventAttributes Same(WorkflowRun run)
    {
        var attributes = Base(run);
        attributes.WorkflowType = run.Start.WorkflowType;
        attributes.TaskQueue = run.Start.TaskQueue;
        attributes.Input = run.Start.Input;
        attributes.Header = run.Start.Header;
        attributes.Memo = run.Attributes.Memo;
        attributes.SearchAttributes = run.Attributes.SearchAttributes;
        attributes.RetryPolicy = run.Start.RetryPolicy;
        attributes.CronSchedule = run.Start.CronSchedule;
        return attributes;
    }

    /// <summary>What every following run takes over.</summary>
    private static WorkflowExecutionStartedEventAttributes Base(WorkflowRun run) => new()
    {
        WorkflowExecutionTimeout = run.Start.WorkflowExecutionTimeout,
        WorkflowExecutionExpirationTime = run.Start.WorkflowExecutionExpirationTime,
        WorkflowRunTimeout = run.Start.WorkflowRunTimeout,
        WorkflowTaskTimeout = run.Start.WorkflowTaskTimeout,
        FirstExecutionRunId = run.Start.FirstExecutionRunId,
        ContinuedExecutionRunId = run.RunId,
        ParentWorkflowNamespace = run.Start.ParentWorkflowNamespace,
        ParentWorkflowNamespaceId = run.Start.ParentWorkflowNamespaceId,
        ParentWorkflowExecution = run.Start.ParentWorkflowExecution,
        ParentInitiatedEventId = run.Start.ParentInitiatedEventId,
        RootWorkflowExecution = run.Start.RootWorkflowExecution,
        Priority = run.Start.Priority,
    };
}
