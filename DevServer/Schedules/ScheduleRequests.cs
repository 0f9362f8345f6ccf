using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Time.Calendars;

namespace TemporalVideo.DevServer.Schedules;

/// <summary>Checks schedules that clients send and fills in what they leave out.</summary>
internal static class ScheduleRequests
{
    private const int MaximumIdLength = 1000;
    private static readonly TimeSpan DefaultCatchupWindow = TimeSpan.FromDays(365);
    private static readonly TimeSpan MinimumCatchupWindow = TimeSpan.FromSeconds(10);

    /// <exception cref="Errors.ServiceException">InvalidArgument.</exception>
    public static void CheckId(string scheduleId)
    {
        if (scheduleId.Length == 0)
        {
            throw ServiceErrors.InvalidArgument("ScheduleId is not set on request.");
        }

        if (scheduleId.Length > MaximumIdLength)
        {
            throw ServiceErrors.InvalidArgument("ScheduleId length exceeds limit.");
        }
    }

    /// <summary>The patch, or an empty one.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument: a backfill has no beginning or no end.</exception>
    public static SchedulePatch Check(SchedulePatch? patch) =>
        patch?.BackfillRequest.All(each => each is { StartTime: not null, EndTime: not null }) == false
        ? throw ServiceErrors.InvalidArgument("Backfill request is missing start or end time.")
        : patch ?? new SchedulePatch();

    /// <summary>The schedule in the form that is kept.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument.</exception>
    public static Schedule Complete(Schedule? given)
    {
        var schedule = given?.Clone() ?? new Schedule();
        if (schedule.Action?.StartWorkflow is not { } workflow)
        {
            throw ServiceErrors.InvalidArgument("Schedule action is not set on request: it must start a workflow.");
        }

        if (workflow.WorkflowId.Length == 0)
        {
            throw ServiceErrors.InvalidArgument("WorkflowId is not set on request.");
        }

        if (workflow.WorkflowType?.Name is not { Length: > 0 })
        {
            throw ServiceErrors.InvalidArgument("WorkflowType is not set on request.");
        }

        if (workflow.TaskQueue?.Name is not { Length: > 0 })
        {
            throw ServiceErrors.InvalidArgument("TaskQueue is not set on request.");
        }

        schedule.Spec = ScheduleSpecCompiler.Compile(schedule.Spec);
        schedule.State ??= new ScheduleState();
        schedule.Policies ??= new SchedulePolicies();
        if (schedule.Policies.OverlapPolicy == ScheduleOverlapPolicy.Unspecified)
        {
            schedule.Policies.OverlapPolicy = ScheduleOverlapPolicy.Skip;
        }

        var window = schedule.Policies.CatchupWindow?.ToTimeSpan() ?? TimeSpan.Zero;
        schedule.Policies.CatchupWindow = Duration.FromTimeSpan(
            window == TimeSpan.Zero ? DefaultCatchupWindow : window < MinimumCatchupWindow ? MinimumCatchupWindow : window);
        return schedule;
    }
}
