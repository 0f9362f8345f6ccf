using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;
using TemporalVideo.DevServer.Executions.WorkflowTasks;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>Failed and timed-out attempts: retried, or the end of the activity.</summary>
internal static class ActivityFailures
{
    /// <summary>The worker reported a failure.</summary>
    public static void Fail(WorkflowRun run, ActivityState activity, Failure failure, string identity)
    {
        var decision = Decide(run, activity, failure);
        if (decision.Retries)
        {
            Retry(run, activity, failure, decision.Delay);
            return;
        }

        var started = ActivityLifecycle.AddStarted(run, activity);
        run.Add(new HistoryEvent
        {
            EventType = EventType.ActivityTaskFailed,
            ActivityTaskFailedEventAttributes = new ActivityTaskFailedEventAttributes
            {
                Failure = failure,
                ScheduledEventId = activity.ScheduledEventId,
                StartedEventId = started,
                Identity = identity,
                RetryState = decision.State,
            },
        });
        WorkflowTaskScheduler.ScheduleIfNone(run);
    }

    /// <summary>A timeout was reached.</summary>
    public static void TimeOut(WorkflowRun run, ActivityState activity, TimeoutType type)
    {
        var failure = TimeoutFailure(activity, type);
        RetryDecision decision;
        if (type is TimeoutType.StartToClose or TimeoutType.Heartbeat)
        {
            decision = Decide(run, activity, failure);
            if (decision.Retries)
            {
                Retry(run, activity, failure, decision.Delay);
                return;
            }

            if (decision.State == RetryState.Timeout)
            {
                failure = TimeoutFailure(activity, TimeoutType.ScheduleToClose, failure);
            }
        }
        else
        {
            decision = RetryDecision.Stop(RetryState.NonRetryableFailure);
        }

        if (failure.Cause is null && activity.LastFailure is not null)
        {
            failure.Cause = activity.LastFailure.Clone();
        }

        var started = ActivityLifecycle.AddStarted(run, activity);
        run.Add(new HistoryEvent
        {
            EventType = EventType.ActivityTaskTimedOut,
            ActivityTaskTimedOutEventAttributes = new ActivityTaskTimedOutEventAttributes
            {
                Failure = failure,
                ScheduledEventId = activity.ScheduledEventId,
                StartedEventId = started,
                RetryState = decision.State,
            },
        });
        WorkflowTaskScheduler.ScheduleIfNone(run);
    }

    private static RetryDecision Decide(WorkflowRun run, ActivityState activity, Failure failure)
    {
        if (activity.CancelRequestedEventId > 0)
        {
            return RetryDecision.Stop(RetryState.CancelRequested);
        }

        var scheduled = ActivityLifecycle.Attributes(run, activity);
        var decision = RetryPolicies.Decide(
            scheduled.RetryPolicy, activity.Attempt, failure, run.Now, ActivityTimeouts.Expiration(activity, scheduled));

        // An operator who holds it back wants to see it tried again, however often it has been.
        return activity.Pause is not null && decision.State is (RetryState.MaximumAttemptsReached or RetryState.Timeout)
            ? RetryDecision.Retry(0)
            : decision;
    }

    private static void Retry(WorkflowRun run, ActivityState activity, Failure failure, long delay)
    {
        run.Activities.Edit(activity.ScheduledEventId);
        ActivityOperations.EndAttempt(activity);
        activity.Attempt++;
        activity.StartedTime = 0;
        activity.RequestId = "";
        activity.LastAttemptCompleteTime = run.Now;
        activity.RetryInterval = delay;
        activity.LastFailure = Truncate(failure);
        if (activity.Pause is null)
        {
            activity.ScheduledTime = Ticks.Add(run.Now, delay);
            activity.InBackoff = true;
        }
    }

    private static Failure TimeoutFailure(ActivityState activity, TimeoutType type, Failure? cause = null) => new()
    {
        Message = $"activity {type} timeout",
        Source = "Server",
        TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = type, LastHeartbeatDetails = activity.HeartbeatDetails },
        Cause = cause,
    };

    /// <summary>Run state and error details keep a failure only while it is small: the whole story is the worker's to log.</summary>
    public static Failure Truncate(Failure failure)
    {
        if (failure.CalculateSize() <= Limits.FailureBytes)
        {
            return failure;
        }

        var small = new Failure
        {
            Message = Cut(failure.Message, Limits.FailureBytes / 2),
            Source = failure.Source,
            StackTrace = Cut(failure.StackTrace, Limits.FailureBytes / 4)
        };
        if (failure.ApplicationFailureInfo is { } application)
        {
            small.ApplicationFailureInfo =
                new ApplicationFailureInfo { Type = Cut(application.Type, 200), NonRetryable = application.NonRetryable };
        }
        else if (failure.TimeoutFailureInfo is { } timeout)
        {
            small.TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = timeout.TimeoutType };
        }
        else
        {
            small.ServerFailureInfo = new ServerFailureInfo();
        }

        return small;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
