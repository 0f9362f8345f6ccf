using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>What a handler may know of the call it serves, whichever way the call came.</summary>
internal sealed record ServiceCall
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

    /// <summary>A call that came over gRPC.</summary>
    public static ServiceCall Of(ServerCallContext context) => new()
    {
        Method = context.Method[(context.Method.LastIndexOf('/') + 1)..],
        Headers = context.GetHttpContext().Request.Headers,
        Deadline = context.Deadline == DateTime.MaxValue ? null : new DateTimeOffset(context.Deadline),
        CancellationToken = context.CancellationToken,
        Peer = context.Peer,
    };
}
