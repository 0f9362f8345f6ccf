using Temporalio.Common;

namespace Temporalio.Client.Schedules;

/// <summary>Options of creating a schedule.</summary>
public class ScheduleOptions : ICloneable
{
    /// <summary>Whether its action is taken at once, too. Default: false.</summary>
    public bool TriggerImmediately { get; set; }

    /// <summary>Past times whose actions are taken at once. Default: none.</summary>
    public IReadOnlyCollection<ScheduleBackfill> Backfills { get; set; } = [];

    /// <summary>Values kept with the schedule; no nulls.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Search attributes of the schedule.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (ScheduleOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
