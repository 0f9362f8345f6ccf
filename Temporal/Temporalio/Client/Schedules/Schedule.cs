using Temporalio.Converters;
using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>What to do again and again, and when.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Spec">When.</param>
public record Schedule(ScheduleAction Action, ScheduleSpec Spec)
{
    /// <summary>What to do when times collide or were missed.</summary>
    public SchedulePolicy Policy { get; init; } = new();

    /// <summary>Whether it runs, and for how long.</summary>
    public ScheduleState State { get; init; } = new();

    internal static async Task<Schedule> FromProtoAsync(Proto.Schedule proto, DataConverter converter) =>
        new(await ScheduleAction.FromProtoAsync(proto.Action, converter).ConfigureAwait(false), ScheduleSpec.FromProto(proto.Spec ?? new()))
        {
            Policy = SchedulePolicy.FromProto(proto.Policies ?? new()),
            State = ScheduleState.FromProto(proto.State ?? new()),
        };

    internal async Task<Proto.Schedule> ToProtoAsync(DataConverter converter) => new()
    {
        Action = await Action.ToProtoAsync(converter).ConfigureAwait(false),
        Spec = Spec.ToProto(),
        Policies = Policy.ToProto(),
        State = State.ToProto(),
    };
}
