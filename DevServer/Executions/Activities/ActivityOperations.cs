using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Activity.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>What operators do to a pending activity. None of it leaves an event.</summary>
internal static class ActivityOperations
{
    /// <summary>Holds further attempts back; one that a worker has goes on, and its heartbeats say so.</summary>
    public static void Pause(WorkflowRun run, ActivityState activity, string identity, string reason)
    {
        if (activity.Pause is null)
        {
            run.Activities.Edit(activity.ScheduledEventId);
            activity.Pause = new ActivityPause { Time = run.Now, Identity = identity, Reason = reason };
        }
    }

    /// <summary>Lets a paused activity go on: its next attempt is due after a random part of <paramref name="jitter"/>.</summary>
    public static void Unpause(WorkflowRun run, ActivityState activity, bool resetAttempts, bool resetHeartbeat, long jitter)
    {
        if (activity.Pause is null)
        {
            return;
        }

        run.Activities.Edit(activity.ScheduledEventId);
        activity.Pause = null;
        activity.Attempt = resetAttempts ? 1 : activity.Attempt;
        if (resetHeartbeat)
        {
            ForgetHeartbeat(activity);
        }

        if (activity.StartedTime == 0)
        {
            Reschedule(run, activity, Later(run.Now, jitter));
        }
    }

    /// <summary>
    /// Begins with the first attempt again: at once, or once the worker that has it is done, whose answers count only if it has
    /// the first attempt, as on the real server.
    /// </summary>
    public static void Reset(
        WorkflowRun run, ActivityState activity, bool resetHeartbeat, bool keepPaused, bool restoreOptions, long jitter)
    {
        run.Activities.Edit(activity.ScheduledEventId);
        activity.Attempt = 1;
        if (restoreOptions)
        {
            RestoreOptions(run, activity);
        }

        if (activity.StartedTime != 0)
        {
            activity.ResetRequested = true;
            activity.ResetHeartbeat = resetHeartbeat;
            return;
        }

        if (resetHeartbeat)
        {
            ForgetHeartbeat(activity);
        }

        if (!keepPaused)
        {
            activity.Pause = null;
        }

        Reschedule(run, activity, Later(run.Now, jitter));
    }

    /// <summary>Changes the options that the mask names.</summary>
    /// <exception cref="ServiceException">InvalidArgument: the activity could not be scheduled like this.</exception>
    public static void UpdateOptions(WorkflowRun run, ActivityState activity, FieldMask mask, ActivityOptions options)
    {
        var changed = ActivityOptionPaths.OptionsOf(ActivityLifecycle.Attributes(run, activity));
        ActivityOptionPaths.Copy(mask, options, changed);
        var subject = $"ActivityId={activity.ActivityId} ActivityType={ActivityLifecycle.Attributes(run, activity).ActivityType.Name}";
        if (changed.TaskQueue.Name.Length == 0)
        {
            throw ServiceErrors.InvalidArgument($"invalid TaskQueue on ScheduleActivityTaskCommand: missing task queue name. {subject}");
        }

        var timeouts = ActivityTimeouts.Normalize(
            Ticks.Of(changed.ScheduleToCloseTimeout),
            Ticks.Of(changed.ScheduleToStartTimeout),
            Ticks.Of(changed.StartToCloseTimeout),
            Ticks.Of(changed.HeartbeatTimeout),
            Ticks.Of(run.Start.WorkflowRunTimeout))
            ?? throw ServiceErrors.InvalidArgument(
                $"A valid StartToClose or ScheduleToCloseTimeout is not set on ScheduleActivityTaskCommand. {subject}");
        changed.ScheduleToCloseTimeout = Ticks.ToDuration(timeouts.ScheduleToClose);
        changed.ScheduleToStartTimeout = Ticks.ToDuration(timeouts.ScheduleToStart);
        changed.StartToCloseTimeout = Ticks.ToDuration(timeouts.StartToClose);
        changed.HeartbeatTimeout = Ticks.ToDuration(timeouts.Heartbeat);
        SetOptions(run, activity, changed);
        RescheduleByPolicy(run, activity);
    }

    /// <summary>Takes back what <see cref="UpdateOptions"/> changed.</summary>
    public static void RestoreOriginal(WorkflowRun run, ActivityState activity)
    {
        RestoreOptions(run, activity);
        RescheduleByPolicy(run, activity);
    }

    /// <summary>An attempt was given up or timed out: what waited for its end is done.</summary>
    public static void EndAttempt(ActivityState activity)
    {
        if (activity.ResetRequested && activity.ResetHeartbeat)
        {
            ForgetHeartbeat(activity);
        }

        activity.ResetRequested = false;
        activity.ResetHeartbeat = false;
    }

    private static void RestoreOptions(WorkflowRun run, ActivityState activity)
    {
        if (activity.Options is not null)
        {
            SetOptions(run, activity, null);
        }
    }

    private static void SetOptions(WorkflowRun run, ActivityState activity, ActivityTaskScheduledEventAttributes? options)
    {
        run.Activities.Edit(activity.ScheduledEventId);
        activity.Options = options;
        run.ForgetScheduledActivity(activity.ScheduledEventId);
    }

    private static void RescheduleByPolicy(WorkflowRun run, ActivityState activity)
    {
        if (activity.StartedTime != 0)
        {
            return;
        }

        var policy = ActivityLifecycle.Attributes(run, activity).RetryPolicy;
        var due = activity.InBackoff
            ? Math.Max(run.Now, Ticks.Add(activity.LastAttemptCompleteTime, RetryPolicies.Delay(policy, activity.Attempt - 1)))
            : activity.ScheduledTime;
        Reschedule(run, activity, due);
    }

    /// <summary>The next attempt is due then; offered now if that is now, unless it is paused.</summary>
    private static void Reschedule(WorkflowRun run, ActivityState activity, long due)
    {
        activity.ScheduledTime = due;
        activity.InBackoff = due > run.Now;
        var since = activity.LastAttemptCompleteTime == 0 ? run.Now : activity.LastAttemptCompleteTime;
        activity.RetryInterval = activity.InBackoff ? due - since : 0;
        if (RunActivity.IsOffered(activity))
        {
            ActivityLifecycle.Offer(run, activity);
        }
    }

    private static void ForgetHeartbeat(ActivityState activity)
    {
        activity.HeartbeatDetails = null;
        activity.LastHeartbeatTime = 0;
    }

    private static long Later(long now, long jitter) => jitter <= 0 ? now : Ticks.Add(now, Random.Shared.NextInt64(jitter));
}
