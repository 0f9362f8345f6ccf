using Proto = Temporalio.Api.Common.V1;

namespace Temporalio.Common;

/// <summary>Order among the tasks waiting in one task queue; null fields are inherited from the calling workflow.</summary>
public sealed record Priority
{
    /// <summary>Makes a priority.</summary>
    /// <param name="priorityKey">See <see cref="PriorityKey" />.</param>
    /// <param name="fairnessKey">See <see cref="FairnessKey" />.</param>
    /// <param name="fairnessWeight">See <see cref="FairnessWeight" />.</param>
    public Priority(int? priorityKey = null, string? fairnessKey = null, float? fairnessWeight = null)
    {
        PriorityKey = priorityKey;
        FairnessKey = fairnessKey;
        FairnessWeight = fairnessWeight;
    }

    internal Priority(Proto.Priority? proto)
        : this(
            proto is { PriorityKey: not 0 } ? proto.PriorityKey : null,
            string.IsNullOrEmpty(proto?.FairnessKey) ? null : proto.FairnessKey,
            proto is { FairnessWeight: not 0 } ? proto.FairnessWeight : null)
    {
    }

    /// <summary>The priority that inherits everything.</summary>
    public static Priority Default { get; } = new();

    /// <summary>1 to 5 by default, lower goes first; null means inherited, 3 at the root.</summary>
    public int? PriorityKey { get; init; }

    /// <summary>Key among which dispatch is balanced, at most 64 bytes; null means inherited.</summary>
    public string? FairnessKey { get; init; }

    /// <summary>Weight of the fairness key, 0.001 to 1000; null means inherited, 1 at the root.</summary>
    public float? FairnessWeight { get; init; }

    internal Proto.Priority ToProto() => new()
    {
        PriorityKey = PriorityKey ?? 0,
        FairnessKey = FairnessKey ?? string.Empty,
        FairnessWeight = FairnessWeight ?? 0,
    };
}
