using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using RpcStatus = Google.Rpc.Status;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>
/// Where calls come in over gRPC: each passes the checks before its handler sees it, and leaves with a status that clients understand.
/// </summary>
internal sealed partial class GrpcEdge(CallChecks checks, ILogger<GrpcEdge> logger) : Interceptor
{
    // Clients refuse headers beyond a size, some beyond 16 KiB, and with them the connection and all calls on it.
    private const int LongestMessage = 1500;
    private const int LongestDetails = 8000;

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            checks.Check((IMessage)request, ServiceCall.Of(context));
            return await continuation(request, context).ConfigureAwait(false);
        }
        catch (Errors.ServiceException e)
        {
            throw StatusOf(e);
        }
        catch (Exception e) when (e is not (RpcException or OperationCanceledException)
            && !context.CancellationToken.IsCancellationRequested)
        {
            LogUnexpected(logger, context.Method, e);
            throw new RpcException(
                new Status(StatusCode.Internal, $"{context.Method} failed inside the server: {e.GetType().Name}; see its log."));
        }
    }

    private static RpcException StatusOf(Errors.ServiceException e)
    {
        var message = e.Message.Length <= LongestMessage ? e.Message : e.Message[..LongestMessage] + "…";
        if (e.Status is null || e.Status.CalculateSize() > LongestDetails)
        {
            return new RpcException(new Status(e.Code, message));
        }

        return new RpcStatus { Code = (int)e.Code, Message = message, Details = { e.Status.Details } }.ToRpcException();
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} failed unexpectedly")]
    private static partial void LogUnexpected(ILogger logger, string method, Exception exception);
}
