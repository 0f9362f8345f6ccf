namespace Temporalio.Client;

/// <summary>Options of listing workflows.</summary>
public class WorkflowListOptions : ICloneable
{
    /// <summary>Most workflows to return; 0, the default, means all.</summary>
    public int Limit { get; set; }

    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowListOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
