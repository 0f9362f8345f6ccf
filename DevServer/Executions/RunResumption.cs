using TemporalVideo.DevServer.Executions.Activities;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions;

/// <summary>After a restart: offers the tasks again that were waiting for a worker.</summary>
internal static class RunResumption
{
    public static void Offer(WorkflowRun run)
    {
        if (run.State.WorkflowTask is { StartedEventId: 0 } task)
        {
            WorkflowTaskScheduler.Offer(run, task);
        }

        foreach (var activity in run.Activities.Values)
        {
            if (RunActivity.IsOffered(activity))
            {
                ActivityLifecycle.Offer(run, activity);
            }
        }

        if (run.PendingUpdates.HasUndelivered)
        {
            WorkflowTaskScheduler.ScheduleIfNone(run);
        }
    }
}
