namespace Temporalio.Client;

/// <summary>Options of a reported cancellation.</summary>
public class AsyncActivityReportCancellationOptions : ICloneable
{
    /// <summary>Values kept with the cancellation.</summary>
    public IReadOnlyCollection<object?>? Details { get; set; }

    /// <summary>Options of the call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone()
    {
        var copy = (AsyncActivityReportCancellationOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
