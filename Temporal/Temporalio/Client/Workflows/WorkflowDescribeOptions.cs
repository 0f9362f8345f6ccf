namespace Temporalio.Client;

/// <summary>Options of a description.</summary>
public class WorkflowDescribeOptions : ICloneable
{
    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowDescribeOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
