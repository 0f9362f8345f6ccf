namespace Temporalio.Client;

/// <summary>Options of one call, for raw services and for every method of the client.</summary>
public class RpcOptions : ICloneable
{
    /// <summary>Whether retryable failures are retried; null means the method's default: no for raw services, yes for the client.</summary>
    public bool? Retry { get; set; }

    /// <summary>More text metadata, in place of the connection's of the same names.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? Metadata { get; set; }

    /// <summary>More binary metadata; the names end in <c>-bin</c>.</summary>
    public IReadOnlyCollection<KeyValuePair<string, byte[]>>? BinaryMetadata { get; set; }

    /// <summary>Time limit of each attempt; null means the method's default: 30 s, 70 s for long polls.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Cancels the call, its retries included.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
