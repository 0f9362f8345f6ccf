namespace TemporalVideo.Grpc;

/// <summary>Where a channel leads and how it is kept.</summary>
public sealed record GrpcChannelOptions
{
    /// <summary><c>http://host:port</c>, or <c>https://host:port</c> with <see cref="Tls"/>.</summary>
    public required Uri Address { get; init; }

    /// <summary>TLS; null means plain text.</summary>
    public GrpcTlsOptions? Tls { get; init; }

    /// <summary>Time without traffic after which the connection is pinged; default 30 s.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for the answer to a ping before the connection counts as broken; default 15 s.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time for opening a connection; default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Largest answer in bytes; default 128 MiB, as in the official SDKs.</summary>
    public int MaximumMessageSize { get; init; } = 128 * 1024 * 1024;
}
