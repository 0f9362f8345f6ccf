using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>What a schedule did and will do; times are UTC.</summary>
/// <param name="NumActions">Number of actions taken.</param>
/// <param name="NumActionsMissedCatchupWindow">Number of actions missed for too long.</param>
/// <param name="NumActionsSkippedOverlap">Number of actions skipped because one ran.</param>
/// <param name="RunningActions">Actions that run.</param>
/// <param name="RecentActions">Last actions taken, oldest first.</param>
/// <param name="NextActionTimes">Next times.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="LastUpdatedAt">When it was changed; null if never.</param>
public record ScheduleInfo(
    long NumActions,
    long NumActionsMissedCatchupWindow,
    long NumActionsSkippedOverlap,
    IReadOnlyCollection<ScheduleActionExecution> RunningActions,
    IReadOnlyCollection<ScheduleActionResult> RecentActions,
    IReadOnlyCollection<DateTime> NextActionTimes,
    DateTime CreatedAt,
    DateTime? LastUpdatedAt)
{
    internal static ScheduleInfo FromProto(Proto.ScheduleInfo proto) => new(
        proto.ActionCount,
        proto.MissedCatchupWindow,
        proto.OverlapSkipped,
        proto.RunningWorkflows.Select(ScheduleActionExecutionStartWorkflow.FromProto).ToArray(),
        proto.RecentActions.Select(ScheduleActionResult.FromProto).ToArray(),
        proto.FutureActionTimes.Select(time => time.ToDateTime()).ToArray(),
        proto.CreateTime.ToDateTime(),
        proto.UpdateTime?.ToDateTime());
}
