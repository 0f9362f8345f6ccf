namespace Temporalio.Client;

/// <summary>Options of counting workflows.</summary>
public class WorkflowCountOptions : ICloneable
{
    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowCountOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
