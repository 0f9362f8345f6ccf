using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions.Updates;

/// <summary>Takes updates in, or finds those that are known.</summary>
internal static class UpdateAdmission
{
    private const int FailingAttempt = 3;

    /// <summary>Admits an update to an open run, or joins the one of the same id.</summary>
    /// <exception cref="Errors.ServiceException">The run is closed, its workflow task keeps failing, or there are too many
    /// updates.</exception>
    public static PendingUpdate Admit(WorkflowRun run, Request request)
    {
        var id = request.Meta.UpdateId;
        if (Find(run, id) is { } known)
        {
            return known;
        }

        if (!run.IsOpen)
        {
            throw ServiceErrors.NotFound("workflow execution already completed");
        }

        if (run.State.WorkflowTaskAttempt >= FailingAttempt)
        {
            throw ServiceErrors.WorkflowNotReady("Unable to perform workflow execution update due to Workflow Task in failed state.");
        }

        if (run.PendingUpdates.Count >= Limits.UpdatesInFlight)
        {
            throw ServiceErrors.ResourceExhausted(
                $"limit on number of concurrent in-flight updates has been reached ({Limits.UpdatesInFlight})",
                    ResourceExhaustedCause.ConcurrentLimit);
        }

        if (run.State.UpdateCount >= Limits.UpdatesPerRun)
        {
            throw ServiceErrors.FailedPrecondition(
                $"The limit on the total number of distinct updates in this workflow has been reached ({Limits.UpdatesPerRun}).");
        }

        var update = new PendingUpdate(id, request);
        run.PendingUpdates.Add(update);
        WorkflowTaskScheduler.ScheduleSpeculativeIfNone(run);
        return update;
    }

    /// <summary>A known update of a run, finished or not; null when there is none.</summary>
    public static PendingUpdate? Find(WorkflowRun run, string id)
    {
        if (run.PendingUpdates.Find(id) is { } pending)
        {
            return pending;
        }

        if (!run.Updates.TryGet(id, out var stored) || stored.AcceptedEventId == 0)
        {
            return null;
        }

        var known = new PendingUpdate(id, request: null) { IsAccepted = true };
        known.Accept();
        if (stored.Outcome is not null)
        {
            known.Complete(stored.Outcome);
        }
        else if (!run.IsOpen)
        {
            known.Complete(UpdateOutcomes.WorkflowCompleted);
        }
        else
        {
            run.PendingUpdates.Add(known);
        }

        return known;
    }
}
