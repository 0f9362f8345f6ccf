using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>What a listed schedule did and will do; times are UTC.</summary>
/// <param name="RecentActions">Last actions taken, oldest first.</param>
/// <param name="NextActionTimes">Next times.</param>
public record ScheduleListInfo(IReadOnlyCollection<ScheduleActionResult> RecentActions, IReadOnlyCollection<DateTime> NextActionTimes)
{
    internal static ScheduleListInfo FromProto(Proto.ScheduleListInfo proto) => new(
        proto.RecentActions.Select(ScheduleActionResult.FromProto).ToArray(),
        proto.FutureActionTimes.Select(time => time.ToDateTime()).ToArray());
}
