using Proto = Temporalio.Api.Schedule.V1;

namespace Temporalio.Client.Schedules;

/// <summary>Whether a schedule runs, and for how long.</summary>
public record ScheduleState
{
    /// <summary>Note for people.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is paused. Default: false.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether only <see cref="RemainingActions" /> are left. Default: false.</summary>
    public bool LimitedActions { get; init; }

    /// <summary>Number of actions left, if they are limited.</summary>
    public long RemainingActions { get; init; }

    internal static ScheduleState FromProto(Proto.ScheduleState proto) => new()
    {
        Note = proto.Notes.Length == 0 ? null : proto.Notes,
        Paused = proto.Paused,
        LimitedActions = proto.LimitedActions,
        RemainingActions = proto.RemainingActions,
    };

    internal Proto.ScheduleState ToProto() => new()
    {
        Notes = Note ?? string.Empty,
        Paused = Paused,
        LimitedActions = LimitedActions,
        RemainingActions = RemainingActions,
    };
}
