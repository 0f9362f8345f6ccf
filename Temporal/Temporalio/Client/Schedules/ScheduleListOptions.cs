namespace Temporalio.Client.Schedules;

/// <summary>Options of listing schedules.</summary>
public class ScheduleListOptions : ICloneable
{
    /// <summary>List filter; null means all.</summary>
    public string? Query { get; set; }

    /// <summary>Options of the calls.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (ScheduleListOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
