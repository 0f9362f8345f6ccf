using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Rpc;
using RpcStatus = Google.Rpc.Status;

namespace TemporalVideo.DevServer.Http;

/// <summary>The HTTP JSON API: finds the RPC by method and path, calls the same handler as gRPC does, and answers in JSON.</summary>
internal sealed partial class HttpApi(IEnumerable<RpcTable> tables, ILogger logger)
{
    private const int MaximumBodySize = 4 * 1024 * 1024;

    private readonly Lazy<HttpRouteTable> _routes = new(() => new HttpRouteTable(tables.SelectMany(HttpRoute.Of)));

    /// <summary>Answers a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="guard">Says which requests are not to be answered.</param>
    public async Task ServeAsync(HttpContext http, HttpGuard guard)
    {
        var format = HttpFormat.Of(http.Request);
        if (guard.Refusal(http.Request) is var (status, reason))
        {
            await FailAsync(http, format, reason, status).ConfigureAwait(false);
            return;
        }

        try
        {
            var response = await CallAsync(http, format).ConfigureAwait(false);
            await WriteAsync(http, StatusCodes.Status200OK, format.Write(response)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone: there is nobody to answer.
        }
        catch (ServiceException e)
        {
            await FailAsync(http, format, e).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            LogUnexpected(logger, http.Request.Path, e);
            await FailAsync(http, format, ServiceErrors.Internal($"The call failed inside the server: {e.GetType().Name}; see its log."))
                .ConfigureAwait(false);
        }
    }

    private async Task<IMessage> CallAsync(HttpContext http, HttpFormat format)
    {
        // The raw target keeps the slashes that belong to a workflow id apart from those of the path.
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var segments = target.Split('?')[0].Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (_routes.Value.Find(http.Request.Method, segments) is not var (route, values))
        {
            throw new ServiceException(StatusCode.NotFound, "Not Found");
        }

        var request = await RequestAsync(http, route, values, format).ConfigureAwait(false);
        return await route.Table.CallAsync(route.Method.Name, request, new ServiceCall
        {
            Method = route.Method.Name,
            Headers = http.Request.Headers,
            CancellationToken = http.RequestAborted,
            Peer = $"{http.Connection.RemoteIpAddress}:{http.Connection.RemotePort}",
        }).ConfigureAwait(false);
    }

    private static async Task<IMessage> RequestAsync(
        HttpContext http, HttpRoute route, Dictionary<string, string> values, HttpFormat format)
    {
        try
        {
            var request = await BodyAsync(http, route, format).ConfigureAwait(false);
            foreach (var (path, text) in values)
            {
                FieldSetter.TrySet(request, path, text);
            }

            if (route.Body != "*")
            {
                foreach (var (path, texts) in http.Request.Query)
                {
                    foreach (var text in texts)
                    {
                        FieldSetter.TrySet(request, path, text ?? "");
                    }
                }
            }

            return request;
        }
        catch (FormatException e)
        {
            throw ServiceErrors.InvalidArgument(e.Message);
        }
    }

    private static async Task<IMessage> BodyAsync(HttpContext http, HttpRoute route, HttpFormat format)
    {
        var type = route.Method.InputType;
        var empty = (IMessage)Activator.CreateInstance(type.ClrType)!;
        if (route.Body.Length == 0)
        {
            return empty;
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MaximumBodySize;
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(text))
        {
            return empty;
        }

        if (route.Body == "*")
        {
            return format.Read(text, type);
        }

        var field = type.FindFieldByName(route.Body);
        field.Accessor.SetValue(empty, format.Read(text, field.MessageType));
        return empty;
    }

    private static Task FailAsync(HttpContext http, HttpFormat format, ServiceException error, int? httpStatus = null)
    {
        var status = new RpcStatus { Code = (int)error.Code, Message = error.Message };
        status.Details.Add(error.Status?.Details ?? []);
        return WriteAsync(http, httpStatus ?? HttpStatus.Of(error.Code), format.Write(status));
    }

    private static Task WriteAsync(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    [LoggerMessage(110, LogLevel.Error, "{Path} failed unexpectedly")]
    private static partial void LogUnexpected(ILogger logger, string path, Exception exception);
}
