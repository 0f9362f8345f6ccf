using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace TemporalVideo.Tests.Support;

/// <summary>A call that ended with another status than OK.</summary>
/// <param name="code">The status code.</param>
/// <param name="message">The status message, as the server wrote it.</param>
/// <param name="status">The rich status, when there is one.</param>
/// <param name="inner">The client's exception.</param>
public sealed class CallFailedException(StatusCode code, string message, RpcStatus? status = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The status code.</summary>
    public StatusCode Code { get; } = code;

    /// <summary>The rich status with its detail messages, or null.</summary>
    public RpcStatus? Status { get; } = status;
}
