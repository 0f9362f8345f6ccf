using Google.Protobuf.WellKnownTypes;
using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>Times at regular intervals, counted from the Unix epoch.</summary>
/// <param name="Every">From one time to the next.</param>
/// <param name="Offset">Added to each time; null means nothing.</param>
public record ScheduleIntervalSpec(TimeSpan Every, TimeSpan? Offset = null)
{
    internal static ScheduleIntervalSpec FromProto(Proto.IntervalSpec proto) => new(proto.Interval.ToTimeSpan(), proto.Phase?.ToTimeSpan());

    internal Proto.IntervalSpec ToProto() => new() { Interval = Every.ToDuration(), Phase = Offset?.ToDuration() };
}
