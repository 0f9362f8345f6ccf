using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Whether something is under way for a run, other than waiting for time to pass.</summary>
internal static class RunActivity
{
    /// <summary>It has a workflow task, or an activity that a worker has or may have: a restart must offer its tasks again.</summary>
    public static bool IsBusy(WorkflowRun run) =>
        run.IsOpen && (run.State.WorkflowTask is not null || Any(run, static each => IsWorking(each) || IsOffered(each)));

    /// <summary>The clock must not jump, whatever its activities do that workers have.</summary>
    public static bool HoldsClock(WorkflowRun run) => run.IsOpen
        && (run.State.WorkflowTask is not null || Any(run, IsOffered) || !run.PendingUpdates.IsIdle || !run.Queries.IsEmpty);

    /// <summary>How many of its activities workers have.</summary>
    public static int Working(WorkflowRun run)
    {
        var working = 0;
        if (run.IsOpen)
        {
            foreach (var activity in run.Activities.Values)
            {
                working += IsWorking(activity) ? 1 : 0;
            }
        }

        return working;
    }

    /// <summary>Waits for a worker.</summary>
    public static bool IsOffered(ActivityState activity) => activity is { StartedTime: 0, InBackoff: false, Pause: null };

    private static bool IsWorking(ActivityState activity) => activity.StartedTime != 0;

    private static bool Any(WorkflowRun run, Func<ActivityState, bool> holds)
    {
        foreach (var activity in run.Activities.Values)
        {
            if (holds(activity))
            {
                return true;
            }
        }

        return false;
    }
}
