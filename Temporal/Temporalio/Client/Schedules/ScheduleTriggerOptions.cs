using Temporalio.Api.Enums.V1;

namespace Temporalio.Client.Schedules;

/// <summary>Options of taking a schedule's action now.</summary>
public class ScheduleTriggerOptions : ICloneable
{
    /// <summary>What to do when an action runs already; unspecified, the default, means the schedule's policy.</summary>
    public ScheduleOverlapPolicy Overlap { get; set; }

    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (ScheduleTriggerOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
