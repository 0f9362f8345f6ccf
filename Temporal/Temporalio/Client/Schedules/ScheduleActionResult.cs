using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>When a schedule took an action; times are UTC.</summary>
/// <param name="ScheduledAt">Time by the schedule.</param>
/// <param name="StartedAt">Time in truth.</param>
/// <param name="Action">The action.</param>
public record ScheduleActionResult(DateTime ScheduledAt, DateTime StartedAt, ScheduleActionExecution Action)
{
    internal static ScheduleActionResult FromProto(Proto.ScheduleActionResult proto) => new(
        proto.ScheduleTime.ToDateTime(),
        proto.ActualTime.ToDateTime(),
        ScheduleActionExecutionStartWorkflow.FromProto(proto.StartWorkflowResult));
}
