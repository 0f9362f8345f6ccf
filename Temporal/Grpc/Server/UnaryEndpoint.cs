using System.Globalization;
using System.IO.Pipelines;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using TemporalVideo.Grpc.Wire;

namespace TemporalVideo.Grpc;

/// <summary>Serves one unary method over HTTP/2: reads the frame, calls the handler, writes frame and trailers.</summary>
internal sealed partial class UnaryEndpoint(string method, GrpcRoute? route, GrpcServiceOptions options, ILogger logger)
{
    // Clients refuse headers beyond a size, some beyond 16 KiB, and with them the connection and all calls on it.
    private const int LongestMessage = 1500;
    private const int LongestDetails = 8000;

    /// <summary>Stands for every method that no served service has.</summary>
    public const string UnknownMethod = "";

    public async Task ServeAsync(HttpContext http)
    {
        if (!IsGrpc(http.Request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            Fail(http.Response, new GrpcException(GrpcStatusCode.InvalidArgument, $"invalid gRPC request content-type \"{http.Request.ContentType}\""));
            return;
        }

        string? given = http.Request.Headers[HeaderNames.Timeout];
        var timeout = Timeouts.Parse(given);
        if (timeout is null && !string.IsNullOrEmpty(given))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            Fail(http.Response, new GrpcException(GrpcStatusCode.Internal, $"malformed grpc-timeout: \"{given}\""));
            return;
        }

        // Temporal's own limit is checked on the frame, so that the caller hears of it as a gRPC status.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        http.Response.ContentType = HeaderNames.ContentType;
        using var deadline = timeout is null ? null : CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        deadline?.CancelAfter(timeout!.Value);
        try
        {
            var response = await InvokeAsync(http, timeout, deadline?.Token ?? http.RequestAborted).ConfigureAwait(false);
            MessageFrame.Write(http.Response.BodyWriter, response);
            http.Response.AppendTrailer(HeaderNames.Status, "0");
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            Fail(http.Response, AsStatus(e, deadline));
        }
        catch (OperationCanceledException)
        {
            // The caller is gone: there is nobody to answer.
        }
        catch (Exception e)
        {
            LogAfterAbort(logger, method, e);
        }
    }

    /// <summary>The type itself, with a message format behind a plus sign, or with parameters.</summary>
    private static bool IsGrpc(string? contentType) =>
        contentType?.StartsWith(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase) == true
        && (contentType.Length == HeaderNames.ContentType.Length || contentType[HeaderNames.ContentType.Length] is '+' or ';' or ' ');

    private async Task<IMessage> InvokeAsync(HttpContext http, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (route is null)
        {
            throw new GrpcException(
                GrpcStatusCode.Unimplemented, method == UnknownMethod ? $"unknown method {http.Request.Path}" : $"method {method} not supported");
        }

        var call = new GrpcServerCall
        {
            Method = method,
            Headers = http.Request.Headers,
            Deadline = timeout is { } t ? DateTimeOffset.UtcNow + t : null,
            CancellationToken = cancellationToken,
            Peer = $"{http.Connection.RemoteIpAddress}:{http.Connection.RemotePort}",
        };
        var body = http.Request.BodyReader;
        var read = await ReadToEndAsync(body, cancellationToken).ConfigureAwait(false);
        Task<IMessage> answer;
        try
        {
            answer = route.InvokeAsync(read.Buffer, http.Request.Headers[HeaderNames.Encoding], options.MaximumMessageSize, call);
        }
        finally
        {
            // The request is parsed before the handler first awaits, so the buffer is free for the next call here.
            body.AdvanceTo(read.Buffer.End);
        }

        return await answer.ConfigureAwait(false);
    }

    private async Task<ReadResult> ReadToEndAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.IsCompleted)
            {
                return read;
            }

            if (read.Buffer.Length > options.MaximumMessageSize + MessageFrame.HeaderLength)
            {
                var length = read.Buffer.Length;
                body.AdvanceTo(read.Buffer.End);
                throw MessageFrame.TooLarge(length, options.MaximumMessageSize);
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private GrpcException AsStatus(Exception e, CancellationTokenSource? deadline)
    {
        switch (e)
        {
            case GrpcException status:
                return status;
            case OperationCanceledException when deadline?.IsCancellationRequested == true:
                return new GrpcException(GrpcStatusCode.DeadlineExceeded, "context deadline exceeded");
            case OperationCanceledException:
                return new GrpcException(GrpcStatusCode.Cancelled, "context canceled");
            default:
                LogUnexpected(logger, method, e);
                return new GrpcException(GrpcStatusCode.Internal, $"{method} failed inside the server: {e.GetType().Name}; see its log.");
        }
    }

    private static void Fail(HttpResponse response, GrpcException status)
    {
        Put(response, HeaderNames.Status, ((int)status.Code).ToString(CultureInfo.InvariantCulture));
        Put(response, HeaderNames.Message, StatusMessage.Encode(Cut(status.Message)));
        if (status.Status is { } details && details.CalculateSize() <= LongestDetails)
        {
            details = details.Clone();
            details.Message = Cut(details.Message);
            Put(response, HeaderNames.StatusDetails, Convert.ToBase64String(details.ToByteArray()));
        }
    }

    private static string Cut(string message) => message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";

    private static void Put(HttpResponse response, string name, string value)
    {
        if (response.HasStarted)
        {
            response.AppendTrailer(name, value);
        }
        else
        {
            response.Headers[name] = value;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} failed unexpectedly")]
    private static partial void LogUnexpected(ILogger logger, string method, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "{Method} failed after its caller was gone")]
    private static partial void LogAfterAbort(ILogger logger, string method, Exception exception);
}
