namespace Temporalio.Client;

/// <summary>Options of a connection; <see cref="TargetHost" /> is required.</summary>
public class TemporalConnectionOptions : ICloneable
{
    /// <summary>Default options.</summary>
    public TemporalConnectionOptions()
    {
    }

    /// <summary>Default options with a target.</summary>
    public TemporalConnectionOptions(string targetHost) => TargetHost = targetHost;

    /// <summary><c>host:port</c> of the server.</summary>
    public string? TargetHost { get; set; }

    /// <summary>TLS; null means plain text, or TLS with defaults if there is an <see cref="ApiKey" />.</summary>
    public TlsOptions? Tls { get; set; }

    /// <summary>How calls are retried; null means the defaults of <see cref="RpcRetryOptions" />.</summary>
    public RpcRetryOptions? RpcRetry { get; set; }

    /// <summary>Pings; null means none.</summary>
    public KeepAliveOptions? KeepAlive { get; set; } = new();

    /// <summary>Text metadata of every call; later changes are made at the connection.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? RpcMetadata { get; set; }

    /// <summary>Binary metadata of every call; the names end in <c>-bin</c>.</summary>
    public IReadOnlyCollection<KeyValuePair<string, byte[]>>? RpcBinaryMetadata { get; set; }

    /// <summary>Key sent as bearer token, unless the metadata has an <c>authorization</c> of its own.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Who calls, as it stands in histories; null means <c>pid@hostname</c>.</summary>
    public string? Identity { get; set; }

    /// <summary>A copy; metadata is shared.</summary>
    public virtual object Clone()
    {
        var copy = (TemporalConnectionOptions)MemberwiseClone();
        copy.Tls = (TlsOptions?)Tls?.Clone();
        copy.RpcRetry = (RpcRetryOptions?)RpcRetry?.Clone();
        copy.KeepAlive = (KeepAliveOptions?)KeepAlive?.Clone();
        return copy;
    }
}
