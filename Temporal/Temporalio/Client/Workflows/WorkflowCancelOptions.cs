namespace Temporalio.Client;

/// <summary>Options of a cancellation request.</summary>
public class WorkflowCancelOptions : ICloneable
{
    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowCancelOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
