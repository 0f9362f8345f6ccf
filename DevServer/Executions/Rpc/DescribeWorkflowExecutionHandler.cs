using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Executions.Rpc;

internal sealed class DescribeWorkflowExecutionHandler(ExecutionEngine engine) : RpcHandler<DescribeWorkflowExecutionRequest,
    DescribeWorkflowExecutionResponse>
{
    public override Task<DescribeWorkflowExecutionResponse> HandleAsync(DescribeWorkflowExecutionRequest request, ServiceCall call)
    {
        var key = Requests.Workflow(engine.Namespaces.Require(request.Namespace), request.Execution);

        // A copy: memo, search attributes and reset points are the run's own, and change while the answer is put on the wire.
        return engine.ReadAsync(key, transaction => Describe(Requests.Run(transaction, request.Execution.RunId)).Clone());
    }

    private static DescribeWorkflowExecutionResponse Describe(WorkflowRun run)
    {
        var response = new DescribeWorkflowExecutionResponse
        {
            ExecutionConfig = new WorkflowExecutionConfig
            {
                TaskQueue = new TaskQueue { Name = run.Start.TaskQueue.Name, Kind = TaskQueueKind.Normal },
                WorkflowExecutionTimeout = run.Start.WorkflowExecutionTimeout ?? Ticks.ToDuration(0),
                WorkflowRunTimeout = run.Start.WorkflowRunTimeout ?? Ticks.ToDuration(0),
                DefaultWorkflowTaskTimeout = run.Start.WorkflowTaskTimeout,
                UserMetadata = run.StartedEvent.UserMetadata,
            },
            WorkflowExecutionInfo = Info(run),
            WorkflowExtendedInfo = new WorkflowExecutionExtendedInfo
            {
                ExecutionExpirationTime = Ticks.ToTimestampOrNull(run.State.ExecutionExpirationTime),
                RunExpirationTime = Ticks.ToTimestampOrNull(run.State.RunExpirationTime),
                CancelRequested = run.State.CancelRequested,
                LastResetTime = Ticks.ToTimestampOrNull(run.State.LastResetTime),
                OriginalStartTime = Ticks.ToTimestampOrNull(run.State.OriginalStartTime),
                ResetRunId = run.State.ResetRunId,
                RequestIdInfos =
                {
                    [run.State.CreationRequestId] = new RequestIdInfo { EventType = EventType.WorkflowExecutionStarted, EventId = 1 },
                },
            },
        };
        response.PendingActivities.AddRange(run.Activities.Values.OrderBy(activity => activity.ScheduledEventId)
            .Select(activity => Pending(run, activity)));
        response.PendingChildren.AddRange(run.Children.Values.OrderBy(child => child.InitiatedEventId)
            .Select(child => new PendingChildExecutionInfo
            {
                WorkflowId = child.WorkflowId,
                RunId = child.RunId,
                WorkflowTypeName = child.WorkflowType,
                InitiatedId = child.InitiatedEventId,
                ParentClosePolicy = child.ParentClosePolicy,
            }));
        if (run.State.WorkflowTask is { } task)
        {
            response.PendingWorkflowTask = new PendingWorkflowTaskInfo
            {
                State = task.StartedEventId > 0 ? PendingWorkflowTaskState.Started : PendingWorkflowTaskState.Scheduled,
                ScheduledTime = Ticks.ToTimestamp(task.ScheduledTime),
                OriginalScheduledTime = Ticks.ToTimestamp(task.OriginalScheduledTime),
                StartedTime = Ticks.ToTimestampOrNull(task.StartedTime),
                Attempt = task.Attempt,
            };
        }

        return response;
    }

    private static WorkflowExecutionInfo Info(WorkflowRun run)
    {
        var state = run.State;
        var self = new WorkflowExecution { WorkflowId = state.WorkflowId, RunId = state.RunId };
        return new WorkflowExecutionInfo
        {
            Execution = self,
            Type = run.Start.WorkflowType,
            StartTime = Ticks.ToTimestamp(state.StartTime),
            CloseTime = Ticks.ToTimestampOrNull(state.CloseTime),
            Status = state.Status,
            HistoryLength = state.NextEventId - 1,
            ExecutionTime = Ticks.ToTimestamp(state.ExecutionTime),
            Memo = run.Attributes.Memo ?? new Memo(),
            SearchAttributes = run.Attributes.SearchAttributes ?? new SearchAttributes(),
            AutoResetPoints = state.ResetPoints ?? new ResetPoints(),
            MostRecentWorkerVersionStamp = state.BuildId.Length == 0 ? null : new WorkerVersionStamp { BuildId = state.BuildId },
            TaskQueue = run.Start.TaskQueue.Name,
            StateTransitionCount = state.StateTransitionCount,
            HistorySizeBytes = state.HistorySizeBytes,
            ExecutionDuration = state.CloseTime == 0 ? null : Ticks.ToDuration(Math.Max(0, state.CloseTime - state.ExecutionTime)),
            ParentNamespaceId = run.Start.ParentWorkflowNamespaceId,
            ParentExecution = run.Start.ParentWorkflowExecution,
            RootExecution = run.Start.RootWorkflowExecution ?? self,
            FirstRunId = run.Start.FirstExecutionRunId,
            Priority = run.Start.Priority,
        };
    }

    private static PendingActivityInfo Pending(WorkflowRun run, ActivityState activity)
    {
        var scheduled = ActivityLifecycle.Attributes(run, activity);
        return new PendingActivityInfo
        {
            ActivityId = activity.ActivityId,
            ActivityType = scheduled.ActivityType,
            State = activity.CancelRequestedEventId > 0 ? PendingActivityState.CancelRequested
                : activity.StartedTime > 0 ? activity.Pause is null ? PendingActivityState.Started : PendingActivityState.PauseRequested
                : activity.Pause is null ? PendingActivityState.Scheduled : PendingActivityState.Paused,
            Paused = activity.Pause is not null,
            PauseInfo = PauseOf(activity),
            HeartbeatDetails = activity.HeartbeatDetails,
            LastHeartbeatTime = Ticks.ToTimestampOrNull(activity.LastHeartbeatTime),
            LastStartedTime = Ticks.ToTimestampOrNull(activity.StartedTime),
            Attempt = activity.Attempt,
            MaximumAttempts = scheduled.RetryPolicy.MaximumAttempts,
            ScheduledTime = Ticks.ToTimestamp(activity.ScheduledTime),
            ExpirationTime = Ticks.ToTimestampOrNull(ActivityTimeouts.Expiration(activity, scheduled)),
            LastFailure = activity.LastFailure,
            LastWorkerIdentity = activity.Identity,
            CurrentRetryInterval = activity.InBackoff ? Ticks.ToDuration(activity.RetryInterval) : null,
            LastAttemptCompleteTime = Ticks.ToTimestampOrNull(activity.LastAttemptCompleteTime),
            NextAttemptScheduleTime = activity.InBackoff ? Ticks.ToTimestamp(activity.ScheduledTime) : null,
            Priority = scheduled.Priority,
            ActivityOptions = ActivityOptionPaths.Describe(scheduled),
        };
    }

    private static PendingActivityInfo.Types.PauseInfo? PauseOf(ActivityState activity) => activity.Pause is not { } pause ? null : new()
    {
        PauseTime = Ticks.ToTimestamp(pause.Time),
        Manual = new PendingActivityInfo.Types.PauseInfo.Types.Manual { Identity = pause.Identity, Reason = pause.Reason },
    };
}
