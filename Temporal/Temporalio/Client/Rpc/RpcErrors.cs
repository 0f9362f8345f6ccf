using Google.Protobuf;
using Google.Protobuf.Reflection;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Reads what failed calls tell.</summary>
internal static class RpcErrors
{
    /// <summary>The detail message of a type, or null.</summary>
    public static T? Detail<T>(this RpcException exception)
        where T : class, IMessage<T>, new() =>
        exception.GrpcStatus.Value?.Details.Select(any => any.TryUnpack(out T detail) ? detail : null).FirstOrDefault(d => d != null);

    /// <summary>Whether there is a detail message of a type.</summary>
    public static bool HasDetail(this RpcException exception, MessageDescriptor type) =>
        exception.GrpcStatus.Value?.Details.Any(any => any.Is(type)) ?? false;

    /// <summary>Whether the caller's time limit or token ended a call.</summary>
    public static bool IsTimeoutOrCancellation(Exception exception) =>
        exception is OperationCanceledException
            or RpcException { Code: RpcException.StatusCode.DeadlineExceeded or RpcException.StatusCode.Cancelled };
}
