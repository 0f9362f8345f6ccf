namespace Temporalio.Client;

/// <summary>Options of a heartbeat.</summary>
public class AsyncActivityHeartbeatOptions : ICloneable
{
    /// <summary>Values kept with the heartbeat, for the next attempt.</summary>
    public IReadOnlyCollection<object?>? Details { get; set; }

    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (AsyncActivityHeartbeatOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
