using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>Past times whose actions are to be taken.</summary>
/// <param name="StartAt">After this time; UTC.</param>
/// <param name="EndAt">Up to this time; UTC.</param>
/// <param name="Overlap">What to do when they collide; unspecified means the schedule's policy.</param>
public record ScheduleBackfill(DateTime StartAt, DateTime EndAt, ScheduleOverlapPolicy Overlap = ScheduleOverlapPolicy.Unspecified)
{
    internal Proto.BackfillRequest ToProto() => new()
    {
        StartTime = StartAt.ToUniversalTime().ToTimestamp(),
        EndTime = EndAt.ToUniversalTime().ToTimestamp(),
        OverlapPolicy = Overlap,
    };
}
