namespace Temporalio.Client;

/// <summary>Options of an update.</summary>
public class WorkflowUpdateOptions : ICloneable
{
    /// <summary>Default options.</summary>
    public WorkflowUpdateOptions()
    {
    }

    /// <summary>Default options with an id.</summary>
    public WorkflowUpdateOptions(string id) => Id = id;

    /// <summary>Id of the update, unique in its workflow; null means a new GUID.</summary>
    public string? Id { get; set; }

    /// <summary>Options of the calls.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (WorkflowUpdateOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
