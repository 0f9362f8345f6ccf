using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>A listed schedule in short.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Spec">When.</param>
/// <param name="State">Whether it runs.</param>
public record ScheduleListSchedule(ScheduleListAction Action, ScheduleSpec Spec, ScheduleListState State)
{
    internal static ScheduleListSchedule FromProto(Proto.ScheduleListInfo proto) => new(
        new ScheduleListActionStartWorkflow(proto.WorkflowType?.Name ?? string.Empty),
        ScheduleSpec.FromProto(proto.Spec ?? new()),
        new ScheduleListState(proto.Notes.Length == 0 ? null : proto.Notes, proto.Paused));
}
