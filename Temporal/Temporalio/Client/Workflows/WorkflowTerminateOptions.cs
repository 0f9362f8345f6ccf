namespace Temporalio.Client;

/// <summary>Options of a termination.</summary>
public class WorkflowTerminateOptions : ICloneable
{
    /// <summary>Values kept with the termination.</summary>
    public IReadOnlyCollection<object?>? Details { get; set; }

    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowTerminateOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
