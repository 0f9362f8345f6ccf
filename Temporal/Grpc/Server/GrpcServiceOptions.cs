namespace TemporalVideo.Grpc;

/// <summary>Limits of a served service.</summary>
public sealed record GrpcServiceOptions
{
    /// <summary>Largest request in bytes; default 4 MiB, as in Temporal's frontend.</summary>
    public int MaximumMessageSize { get; init; } = 4 * 1024 * 1024;
}
