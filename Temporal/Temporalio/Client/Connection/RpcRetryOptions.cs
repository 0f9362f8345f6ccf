namespace Temporalio.Client;

/// <summary>How calls of a connection are retried, where they are: by default all of the client, none of the raw services.</summary>
public class RpcRetryOptions : ICloneable
{
    /// <summary>Wait before the first retry. Default: 100 ms.</summary>
    public TimeSpan InitialInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>By which part of itself a wait may differ at random. Default: 0.2.</summary>
    public float RandomizationFactor { get; set; } = 0.2F;

    /// <summary>Factor from one wait to the next. Default: 1.5.</summary>
    public float Multiplier { get; set; } = 1.5F;

    /// <summary>Longest wait. Default: 5 s.</summary>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time after which a failure is final; null means no limit. Default: 10 s.</summary>
    public TimeSpan? MaxElapsedTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Number of retries after which a failure is final. Default: 10.</summary>
    public int MaxRetries { get; set; } = 10;

    /// <summary>A copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
