namespace Temporalio.Client;

/// <summary>Options of a signal.</summary>
public class WorkflowSignalOptions : ICloneable
{
    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowSignalOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
