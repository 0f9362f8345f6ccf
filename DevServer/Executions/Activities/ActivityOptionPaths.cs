using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Activity.V1;
using Temporalio.Api.History.V1;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>The options of an activity that can be changed one by one, by the paths of a field mask.</summary>
internal static class ActivityOptionPaths
{
    private static readonly Dictionary<string, Action<ActivityTaskScheduledEventAttributes, ActivityOptions>> Copies = new()
    {
        ["taskqueue.name"] = static (to, from) => to.TaskQueue.Name = from.TaskQueue?.Name ?? "",
        ["scheduletoclosetimeout"] = static (to, from) => to.ScheduleToCloseTimeout = from.ScheduleToCloseTimeout,
        ["scheduletostarttimeout"] = static (to, from) => to.ScheduleToStartTimeout = from.ScheduleToStartTimeout,
        ["starttoclosetimeout"] = static (to, from) => to.StartToCloseTimeout = from.StartToCloseTimeout,
        ["heartbeattimeout"] = static (to, from) => to.HeartbeatTimeout = from.HeartbeatTimeout,
        ["retrypolicy.initialinterval"] = static (to, from) => to.RetryPolicy.InitialInterval = from.RetryPolicy?.InitialInterval,
        ["retrypolicy.backoffcoefficient"] = static (to, from) =>
            to.RetryPolicy.BackoffCoefficient = from.RetryPolicy?.BackoffCoefficient ?? 0,
        ["retrypolicy.maximuminterval"] = static (to, from) => to.RetryPolicy.MaximumInterval = from.RetryPolicy?.MaximumInterval,
        ["retrypolicy.maximumattempts"] = static (to, from) => to.RetryPolicy.MaximumAttempts = from.RetryPolicy?.MaximumAttempts ?? 0,
    };

    /// <summary>What of an activity's attributes its options are; without what it is called with.</summary>
    public static ActivityTaskScheduledEventAttributes OptionsOf(ActivityTaskScheduledEventAttributes scheduled) => new()
    {
        TaskQueue = scheduled.TaskQueue.Clone(),
        ScheduleToCloseTimeout = scheduled.ScheduleToCloseTimeout,
        ScheduleToStartTimeout = scheduled.ScheduleToStartTimeout,
        StartToCloseTimeout = scheduled.StartToCloseTimeout,
        HeartbeatTimeout = scheduled.HeartbeatTimeout,
        RetryPolicy = scheduled.RetryPolicy.Clone(),
        Priority = scheduled.Priority?.Clone(),
    };

    /// <summary>The attributes of an activity with other options.</summary>
    public static ActivityTaskScheduledEventAttributes With(
        ActivityTaskScheduledEventAttributes scheduled, ActivityTaskScheduledEventAttributes options) => new()
        {
            ActivityId = scheduled.ActivityId,
            ActivityType = scheduled.ActivityType,
            Header = scheduled.Header,
            Input = scheduled.Input,
            WorkflowTaskCompletedEventId = scheduled.WorkflowTaskCompletedEventId,
            UseWorkflowBuildId = scheduled.UseWorkflowBuildId,
            TaskQueue = options.TaskQueue,
            ScheduleToCloseTimeout = options.ScheduleToCloseTimeout,
            ScheduleToStartTimeout = options.ScheduleToStartTimeout,
            StartToCloseTimeout = options.StartToCloseTimeout,
            HeartbeatTimeout = options.HeartbeatTimeout,
            RetryPolicy = options.RetryPolicy,
            Priority = options.Priority,
        };

    /// <summary>Copies the options that the mask names, in snake or in camel case; others are passed over, as on the real server.</summary>
    public static void Copy(FieldMask mask, ActivityOptions from, ActivityTaskScheduledEventAttributes to)
    {
        foreach (var path in mask.Paths)
        {
            if (Copies.TryGetValue(path.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant(), out var copy))
            {
                copy(to, from);
            }
        }
    }

    /// <summary>Options as clients read them.</summary>
    public static ActivityOptions Describe(ActivityTaskScheduledEventAttributes scheduled) => new()
    {
        TaskQueue = scheduled.TaskQueue,
        ScheduleToCloseTimeout = scheduled.ScheduleToCloseTimeout,
        ScheduleToStartTimeout = scheduled.ScheduleToStartTimeout,
        StartToCloseTimeout = scheduled.StartToCloseTimeout,
        HeartbeatTimeout = scheduled.HeartbeatTimeout,
        RetryPolicy = scheduled.RetryPolicy,
    };
}
