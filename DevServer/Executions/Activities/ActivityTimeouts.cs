using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>The four timeouts of an activity in ticks; 0 means none.</summary>
internal sealed record ActivityTimeouts(long ScheduleToClose, long ScheduleToStart, long StartToClose, long Heartbeat)
{
    /// <summary>Fills in what follows from what is given; null when neither of the close timeouts is there, or one is negative.</summary>
    public static ActivityTimeouts? Normalize(long scheduleToClose, long scheduleToStart, long startToClose, long heartbeat,
        long runTimeout)
    {
        if (scheduleToClose < 0 || scheduleToStart < 0 || startToClose < 0 || heartbeat < 0)
        {
            return null;
        }

        if (scheduleToClose > 0)
        {
            scheduleToStart = Ticks.MinLimit(scheduleToStart, scheduleToClose);
            startToClose = Ticks.MinLimit(startToClose, scheduleToClose);
        }
        else if (startToClose > 0)
        {
            scheduleToClose = runTimeout;
            scheduleToStart = scheduleToStart == 0 ? runTimeout : scheduleToStart;
        }
        else
        {
            return null;
        }

        if (runTimeout > 0)
        {
            scheduleToClose = Math.Min(scheduleToClose, runTimeout);
            scheduleToStart = Math.Min(scheduleToStart, runTimeout);
            startToClose = Math.Min(startToClose, runTimeout);
            heartbeat = Math.Min(heartbeat, runTimeout);
        }

        return new ActivityTimeouts(scheduleToClose, scheduleToStart, startToClose, heartbeat == 0 ? 0 : Math.Min(heartbeat, startToClose));
    }

    /// <summary>When the next thing is due for an activity, and which timeout it is; Unspecified for the end of a back-off. Nothing while
    /// it is paused.</summary>
    public static (long Due, TimeoutType Type) Next(ActivityState activity, ActivityTaskScheduledEventAttributes scheduled)
    {
        var next = (Due: long.MaxValue, Type: TimeoutType.Unspecified);
        if (activity.Pause is not null)
        {
            // As on the real server: no timeout ends what an operator looks into, also not that of an attempt that goes on.
            return next;
        }

        if (activity.InBackoff)
        {
            Consider(ref next, activity.ScheduledTime, TimeoutType.Unspecified);
        }
        else if (activity.StartedTime == 0)
        {
            Consider(ref next, After(activity.ScheduledTime, Ticks.Of(scheduled.ScheduleToStartTimeout)), TimeoutType.ScheduleToStart);
        }
        else
        {
            Consider(ref next, After(activity.StartedTime, Ticks.Of(scheduled.StartToCloseTimeout)), TimeoutType.StartToClose);
            Consider(ref next, After(Math.Max(activity.StartedTime, activity.LastHeartbeatTime), Ticks.Of(scheduled.HeartbeatTimeout)),
                TimeoutType.Heartbeat);
        }

        Consider(ref next, After(activity.FirstScheduledTime, Ticks.Of(scheduled.ScheduleToCloseTimeout)), TimeoutType.ScheduleToClose);
        return next;
    }

    /// <summary>When all attempts must be over; 0 for never.</summary>
    public static long Expiration(ActivityState activity, ActivityTaskScheduledEventAttributes scheduled)
    {
        var timeout = Ticks.Of(scheduled.ScheduleToCloseTimeout);
        return timeout == 0 ? 0 : Ticks.Add(activity.FirstScheduledTime, timeout);
    }

    private static long After(long from, long timeout) => timeout == 0 ? long.MaxValue : Ticks.Add(from, timeout);

    private static void Consider(ref (long Due, TimeoutType Type) next, long due, TimeoutType type)
    {
        if (due < next.Due)
        {
            next = (due, type);
        }
    }
}
