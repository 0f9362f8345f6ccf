using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Schedules;

/// <summary>Takes the actions that wait in a schedule's buffer, as the overlap policy lets them.</summary>
internal sealed partial class ScheduleActions(InternalCalls calls, ServerClock clock, ILogger logger)
{
    private const int KeptActions = 10;

    /// <summary>Takes what can be taken now.</summary>
    /// <param name="record">The schedule; changed, not saved.</param>
    /// <returns>The workflows that were started.</returns>
    public async Task<IReadOnlyList<WorkflowExecution>> DrainAsync(ScheduleRecord record)
    {
        var started = new List<WorkflowExecution>();
        var waiting = new List<BufferedAction>();
        var isRunning = record.Info.RunningWorkflows.Count > 0;
        foreach (var action in record.Progress.Buffer)
        {
            var overlap = action.Overlap == ScheduleOverlapPolicy.Unspecified ? record.Schedule.Policies.OverlapPolicy : action.Overlap;
            if (overlap == ScheduleOverlapPolicy.AllowAll || !isRunning)
            {
                var execution = await StartAsync(record, action).ConfigureAwait(false);
                if (execution is not null)
                {
                    started.Add(execution);
                    isRunning = true;
                }
            }
            else
            {
                await WaitAsync(record, action, overlap, waiting).ConfigureAwait(false);
            }
        }

        record.Progress = record.Progress with { Buffer = waiting };
        record.Info.BufferSize = waiting.Count;
        return started;
    }

    /// <summary>Takes note of a workflow that has closed.</summary>
    public static void Closed(ScheduleRecord record, WorkflowExecution execution, HistoryEvent closing)
    {
        var status = WorkflowWatcher.Status(closing);
        record.Info.RunningWorkflows.Remove(execution);
        foreach (var taken in record.Info.RecentActions.Where(taken => taken.StartWorkflowResult.Equals(execution)))
        {
            taken.StartWorkflowStatus = status;
        }

        if (closing.WorkflowExecutionCompletedEventAttributes is { } completed)
        {
            record.Progress = record.Progress with { LastResult = completed.Result?.ToByteArray(), LastFailure = null };
        }
        else if (closing.WorkflowExecutionFailedEventAttributes is { } failed)
        {
            record.Progress = record.Progress with { LastFailure = failed.Failure?.ToByteArray() };
        }

        if (record.Schedule.Policies.PauseOnFailure && status is WorkflowExecutionStatus.Failed or WorkflowExecutionStatus.TimedOut)
        {
            record.Schedule.State.Paused = true;
            record.Schedule.State.Notes = status == WorkflowExecutionStatus.TimedOut
                ? $"paused due to workflow timeout: {execution.WorkflowId}"
                : $"paused due to workflow failure: {execution.WorkflowId}: "
                    + $"{closing.WorkflowExecutionFailedEventAttributes.Failure?.Message}";
        }
    }

    private async Task WaitAsync(
        ScheduleRecord record, BufferedAction action, ScheduleOverlapPolicy overlap, List<BufferedAction> waiting)
    {
        switch (overlap)
        {
            case ScheduleOverlapPolicy.BufferOne when waiting.Count == 0:
            case ScheduleOverlapPolicy.BufferAll:
                waiting.Add(action);
                break;
            case ScheduleOverlapPolicy.CancelOther or ScheduleOverlapPolicy.TerminateOther:
                // Only the last waits: it would have ended those before it.
                record.Info.OverlapSkipped += waiting.Count;
                waiting.Clear();
                waiting.Add(action);
                await EndRunningAsync(record, overlap).ConfigureAwait(false);
                break;
            default:
                record.Info.OverlapSkipped++;
                break;
        }
    }

    private async Task EndRunningAsync(ScheduleRecord record, ScheduleOverlapPolicy overlap)
    {
        foreach (var execution in record.Info.RunningWorkflows.ToList())
        {
            var (reason, identity) = ("schedule overlap policy", $"temporal-scheduler-{record.NamespaceName}-{record.ScheduleId}");
            try
            {
                await (overlap == ScheduleOverlapPolicy.CancelOther
                    ? calls.CallAsync<IMessage>("RequestCancelWorkflowExecution", new RequestCancelWorkflowExecutionRequest
                    {
                        Namespace = record.NamespaceName,
                        WorkflowExecution = new WorkflowExecution { WorkflowId = execution.WorkflowId },
                        FirstExecutionRunId = execution.RunId,
                        Reason = reason,
                        Identity = identity,
                        RequestId = $"{execution.RunId}-cancel",
                    })
                    : calls.CallAsync<IMessage>("TerminateWorkflowExecution", new TerminateWorkflowExecutionRequest
                    {
                        Namespace = record.NamespaceName,
                        WorkflowExecution = new WorkflowExecution { WorkflowId = execution.WorkflowId },
                        FirstExecutionRunId = execution.RunId,
                        Reason = reason,
                        Identity = identity,
                    })).ConfigureAwait(false);
            }
            catch (ServiceException e) when (e.Code == StatusCode.NotFound)
            {
                // It has closed by itself; its watcher will say so.
            }
        }
    }

    private async Task<WorkflowExecution?> StartAsync(ScheduleRecord record, BufferedAction action)
    {
        record.Progress = record.Progress with { Starts = record.Progress.Starts + 1 };
        var request = ScheduledStart.Request(record, action);
        StartWorkflowExecutionResponse response;
        try
        {
            response = await calls.CallAsync<StartWorkflowExecutionResponse>("StartWorkflowExecution", request).ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            LogNotStarted(logger, record.ScheduleId, request.WorkflowId, e.Message);
            record.Info.OverlapSkipped += e.Code == StatusCode.AlreadyExists ? 1 : 0;
            return null;
        }

        var execution = new WorkflowExecution { WorkflowId = request.WorkflowId, RunId = response.RunId };
        record.Info.ActionCount++;
        record.Info.RunningWorkflows.Add(execution);
        record.Info.RecentActions.Add(new ScheduleActionResult
        {
            ScheduleTime = action.Actual.ToTimestamp(),
            ActualTime = clock.UtcNow.ToTimestamp(),
            StartWorkflowResult = execution.Clone(),
            StartWorkflowStatus = WorkflowExecutionStatus.Running,
        });
        while (record.Info.RecentActions.Count > KeptActions)
        {
            record.Info.RecentActions.RemoveAt(0);
        }

        if (record.Schedule.State.LimitedActions && !action.IsManual)
        {
            record.Schedule.State.RemainingActions--;
        }

        return execution.Clone();
    }

    [LoggerMessage(120, LogLevel.Warning, "Schedule {ScheduleId} could not start {WorkflowId}: {Reason}")]
    private static partial void LogNotStarted(ILogger logger, string scheduleId, string workflowId, string reason);
}
