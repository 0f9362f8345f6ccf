using Temporalio.Api.Enums.V1;

namespace Temporalio.Client;

/// <summary>Options of a query.</summary>
public class WorkflowQueryOptions : ICloneable
{
    /// <summary>When it is rejected; null means as the client's options say.</summary>
    public QueryRejectCondition? RejectCondition { get; set; }

    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowQueryOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
