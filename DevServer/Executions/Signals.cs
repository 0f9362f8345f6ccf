using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Signals and cancel requests that reach a run.</summary>
internal static class Signals
{
    /// <summary>Signals an open run; a request id seen before does nothing.</summary>
    /// <exception cref="Errors.ServiceException">ResourceExhausted: too many signals.</exception>
    public static void Signal(WorkflowRun run, WorkflowExecutionSignaledEventAttributes signal, IEnumerable<Link>? links = null)
    {
        var requestId = signal.RequestId;
        if (requestId.Length > 0 && run.SignalRequests.Contains(requestId))
        {
            return;
        }

        if (run.State.SignalCount >= Limits.SignalsPerRun)
        {
            throw ServiceErrors.InvalidArgument("exceeded workflow execution limit for signal events");
        }

        var signaled =
            new HistoryEvent { EventType = EventType.WorkflowExecutionSignaled, WorkflowExecutionSignaledEventAttributes = signal };
        if (links is not null)
        {
            signaled.Links.AddRange(links);
        }

        // The id is remembered, not written.
        signal.RequestId = "";
        run.Add(signaled);
        if (requestId.Length > 0)
        {
            run.SignalRequests.Add(requestId, new SignalRequestState { Time = run.Now });
        }

        WorkflowTaskScheduler.ScheduleIfNone(run);
    }

    /// <summary>Requests the cancellation of an open run, once.</summary>
    public static void RequestCancel(WorkflowRun run, WorkflowExecutionCancelRequestedEventAttributes request, string requestId)
    {
        if (run.State.CancelRequested)
        {
            return;
        }

        run.Change().CancelRequestId = requestId;
        run.Add(new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionCancelRequested,
            WorkflowExecutionCancelRequestedEventAttributes = request
        });
        WorkflowTaskScheduler.ScheduleIfNone(run);
    }
}
