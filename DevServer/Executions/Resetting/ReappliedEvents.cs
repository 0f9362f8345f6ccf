using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Updates;

namespace TemporalVideo.DevServer.Executions.Resetting;

/// <summary>Signals and updates that came after the point of a reset, in the old run and in those that followed it.</summary>
internal static class ReappliedEvents
{
    public static List<HistoryEvent> After(WorkflowTransaction transaction, WorkflowRun old, ResetWorkflowExecutionRequest request)
    {
        var signals = Includes(request, ResetReapplyExcludeType.Signal, ResetReapplyType.Signal);
        var updates = Includes(request, ResetReapplyExcludeType.Update, ResetReapplyType.AllEligible);
        var events = new List<HistoryEvent>();
        var from = request.WorkflowTaskFinishEventId;
        for (var run = old; run is not null;)
        {
            var next = "";
            foreach (var each in run.EventsBetween(from, run.State.NextEventId - 1))
            {
                if ((signals && each.EventType == EventType.WorkflowExecutionSignaled)
                    || (updates && each.EventType is EventType.WorkflowExecutionUpdateAccepted
                        or EventType.WorkflowExecutionUpdateAdmitted))
                {
                    events.Add(each);
                }

                if (each.EventType == EventType.WorkflowExecutionContinuedAsNew)
                {
                    next = each.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId;
                }
            }

            run = next.Length > 0 ? transaction.Find(next) : null;
            from = 2;
        }

        return events;
    }

    public static void Apply(WorkflowRun run, HistoryEvent again)
    {
        if (again.WorkflowExecutionSignaledEventAttributes is { } signal)
        {
            run.Add(new HistoryEvent
            {
                EventType = EventType.WorkflowExecutionSignaled,
                WorkflowExecutionSignaledEventAttributes = signal.Clone()
            });
            return;
        }

        var request = again.WorkflowExecutionUpdateAcceptedEventAttributes?.AcceptedRequest
            ?? again.WorkflowExecutionUpdateAdmittedEventAttributes?.Request;
        if (request is not null && !run.Updates.Contains(request.Meta.UpdateId))
        {
            Admit(run, request.Clone());
        }
    }

    private static void Admit(WorkflowRun run, Request request)
    {
        run.Add(new HistoryEvent
        {
            EventType = EventType.WorkflowExecutionUpdateAdmitted,
            WorkflowExecutionUpdateAdmittedEventAttributes = new WorkflowExecutionUpdateAdmittedEventAttributes
            {
                Request = request,
                Origin = UpdateAdmittedEventOrigin.Reapply,
            },
        });
        run.PendingUpdates.Add(new PendingUpdate(request.Meta.UpdateId, request));
    }

    private static bool Includes(ResetWorkflowExecutionRequest request, ResetReapplyExcludeType type, ResetReapplyType least) =>
        !request.ResetReapplyExcludeTypes.Contains(type)
        && (request.ResetReapplyType is ResetReapplyType.Unspecified or ResetReapplyType.AllEligible || request.ResetReapplyType == least);
}
