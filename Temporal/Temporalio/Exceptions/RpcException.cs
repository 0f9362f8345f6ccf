using Google.Rpc;

namespace Temporalio.Exceptions;

/// <summary>A call to the server that failed.</summary>
public class RpcException : TemporalException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">gRPC status code.</param>
    /// <param name="message">The server's message.</param>
    /// <param name="rawStatus">The rich status as serialised <c>google.rpc.Status</c>, or null.</param>
    public RpcException(StatusCode code, string message, byte[]? rawStatus)
        : this(code, message, rawStatus, null)
    {
    }

    internal RpcException(StatusCode code, string message, byte[]? rawStatus, Exception? inner)
        : base(message, inner)
    {
        Code = code;
        RawStatus = rawStatus;
        GrpcStatus = new Lazy<Status?>(() => rawStatus is null ? null : Status.Parser.ParseFrom(rawStatus));
    }

    /// <summary>Status codes of gRPC (https://grpc.io/docs/guides/status-codes/).</summary>
    public enum StatusCode
    {
        /// <summary>Success.</summary>
        OK = 0,

        /// <summary>Cancelled, usually by the caller.</summary>
        Cancelled = 1,

        /// <summary>An error without a better code.</summary>
        Unknown = 2,

        /// <summary>The request is wrong whatever the state of the server.</summary>
        InvalidArgument = 3,

        /// <summary>Not done in time; it may have happened all the same.</summary>
        DeadlineExceeded = 4,

        /// <summary>The thing asked for is not there.</summary>
        NotFound = 5,

        /// <summary>The thing to create is there already.</summary>
        AlreadyExists = 6,

        /// <summary>The caller is known but may not do this.</summary>
        PermissionDenied = 7,

        /// <summary>A limit or quota is used up.</summary>
        ResourceExhausted = 8,

        /// <summary>The state does not allow this.</summary>
        FailedPrecondition = 9,

        /// <summary>Lost against a concurrent change.</summary>
        Aborted = 10,

        /// <summary>Past the valid range.</summary>
        OutOfRange = 11,

        /// <summary>The server has no such method.</summary>
        Unimplemented = 12,

        /// <summary>The server broke one of its own rules.</summary>
        Internal = 13,

        /// <summary>The server cannot be reached now.</summary>
        Unavailable = 14,

        /// <summary>Data was lost.</summary>
        DataLoss = 15,

        /// <summary>The caller did not say who it is.</summary>
        Unauthenticated = 16,
    }

    /// <summary>Status code of the answer.</summary>
    public StatusCode Code { get; }

    /// <summary>The rich status as serialised <c>google.rpc.Status</c>, or null.</summary>
    public byte[]? RawStatus { get; }

    /// <summary>The rich status with its detail messages; its value is null when the server sent none.</summary>
    public Lazy<Status?> GrpcStatus { get; }
}
