using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace TemporalVideo.DevServer.Errors;

/// <summary>A call that ends with a status other than OK, over gRPC and over the HTTP API alike. <see cref="ServiceErrors"/> makes
/// them.</summary>
/// <param name="code">The status code.</param>
/// <param name="message">The status message, without the code.</param>
/// <param name="details">The rich status, when there is one.</param>
internal sealed class ServiceException(StatusCode code, string message, RpcStatus? details = null) : Exception(message)
{
    /// <summary>The status code.</summary>
    public StatusCode Code { get; } = code;

    /// <summary>The rich status with its detail messages, or null.</summary>
    public RpcStatus? Status { get; } = details;
}
