using Microsoft.AspNetCore.Http;

namespace TemporalVideo.Grpc;

/// <summary>What a handler may know of the call it serves.</summary>
public sealed class GrpcServerCall
{
    /// <summary>Name of the method, without its service.</summary>
    public required string Method { get; init; }

    /// <summary>The request's metadata.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>When the caller stops waiting, in real time; null means never.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Cancelled when the caller is gone or its deadline has passed.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>Address of the caller.</summary>
    public string Peer { get; init; } = "";
}
