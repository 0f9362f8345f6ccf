namespace TemporalVideo.DevServer.Executions;

/// <summary>Whether something is under way for a run, other than waiting for time to pass.</summary>
internal static class RunActivity
{
    /// <summary>It has a workflow task, or an activity that is not in back-off: a restart must offer its tasks again.</summary>
    public static bool IsBusy(WorkflowRun run) =>
        run.IsOpen && (run.State.WorkflowTask is not null || HasActiveActivity(run));

    /// <summary>The clock must not jump.</summary>
    public static bool HoldsClock(WorkflowRun run) =>
        run.IsOpen && (IsBusy(run) || !run.PendingUpdates.IsIdle || !run.Queries.IsEmpty);

    private static bool HasActiveActivity(WorkflowRun run)
    {
        foreach (var activity in run.Activities.Values)
        {
            if (!activity.InBackoff)
            {
                return true;
            }
        }

        return false;
    }
}
