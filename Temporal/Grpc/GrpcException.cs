using Google.Rpc;

namespace TemporalVideo.Grpc;

/// <summary>A call that ended with a status other than OK; thrown by the client, and by handlers on the server.</summary>
/// <param name="code">The status code.</param>
/// <param name="message">The status message, without the code.</param>
/// <param name="status">The rich status of <c>grpc-status-details-bin</c>, when there is one.</param>
/// <param name="inner">What brought it about, for example a broken connection.</param>
public sealed class GrpcException(GrpcStatusCode code, string message, Status? status = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The status code.</summary>
    public GrpcStatusCode Code { get; } = code;

    /// <summary>The rich status with its detail messages, or null.</summary>
    public Status? Status { get; } = status;
}
