using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>What a schedule does when times collide or were missed.</summary>
public record SchedulePolicy
{
    /// <summary>What to do at a time when the action of an earlier one still runs. Default: skip it.</summary>
    public ScheduleOverlapPolicy Overlap { get; init; } = ScheduleOverlapPolicy.Skip;

    /// <summary>How old a missed time may be to be made up for; null means the server's default.</summary>
    public TimeSpan? CatchupWindow { get; init; }

    /// <summary>Whether to pause when an action fails or times out. Default: false.</summary>
    public bool PauseOnFailure { get; init; }

    internal static SchedulePolicy FromProto(Proto.SchedulePolicies proto) => new()
    {
        Overlap = proto.OverlapPolicy,
        CatchupWindow = proto.CatchupWindow?.ToTimeSpan(),
        PauseOnFailure = proto.PauseOnFailure,
    };

    internal Proto.SchedulePolicies ToProto() => new()
    {
        OverlapPolicy = Overlap,
        CatchupWindow = CatchupWindow?.ToDuration(),
        PauseOnFailure = PauseOnFailure,
    };
}
