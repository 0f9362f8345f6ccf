using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Temporalio.Exceptions;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Sessions.Forks;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Storytelling;

namespace TemporalVideo.Web;

/// <summary>Answers every failure as problem details (RFC 9457) that say what to do.</summary>
/// <param name="problems">Writes them.</param>
/// <param name="json">How bodies are read.</param>
/// <param name="logger">Is told what went wrong on this side.</param>
internal sealed partial class ProblemAnswers(
    IProblemDetailsService problems, IOptions<JsonOptions> json, ILogger<ProblemAnswers> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = Of(exception, httpContext.Request.Path);
        if (exception is BadHttpRequestException { InnerException: JsonException unread } && UnknownIn(unread, httpContext) is { } unknown)
        {
            detail = unknown;
        }

        if (status == StatusCodes.Status500InternalServerError)
        {
            LogFault(exception, httpContext.Request.Method, httpContext.Request.Path);
        }

        httpContext.Response.StatusCode = status;
        if (exception is WebException { RetryAfter: { } seconds })
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = status, Detail = detail },
        });
    }

    /// <summary>The status of a failure, and the sentence that is told of it.</summary>
    internal static (int Status, string Detail) Of(Exception exception, PathString path) => exception switch
    {
        WebException told => (told.Status, told.Message),
        BadHttpRequestException bad => (bad.StatusCode, UnreadableRequest.WordsOf(bad)),
        StorySourceException or UnusableInputException or ToolMissingException or WebhookRefusedException =>
            (StatusCodes.Status422UnprocessableEntity, exception.Message),
        ConfigurationException faults => (StatusCodes.Status422UnprocessableEntity, faults.Message),
        PipelineRunsException runs => (StatusCodes.Status409Conflict, runs.Message),
        TemplateChangedException changed => (StatusCodes.Status412PreconditionFailed, changed.Message),
        KeyNotFoundException missing => (StatusCodes.Status404NotFound, missing.Message),
        WorkflowAlreadyStartedException => (StatusCodes.Status409Conflict, "It runs already. Cancel it first, or wait for its end."),
        ForkRefusedException refused => (StatusCodes.Status409Conflict, refused.Message),
        WorkflowUpdateFailedException update => (StatusCodes.Status409Conflict, update.InnerException?.Message ?? update.Message),
        RpcException { Code: RpcException.StatusCode.NotFound } =>
            (StatusCodes.Status404NotFound, path.StartsWithSegments("/api/pipelines") || path.StartsWithSegments("/ws/pipelines")
                ? "There is no such pipeline of yours. GET /api/pipelines lists those there are."
                : "There is no such session of yours. GET /api/sessions lists those there are."),
        _ when NoWorker.Explains(exception) =>
            (StatusCodes.Status503ServiceUnavailable, "No worker answers at present. Run 'starter worker' and ask again."),
        RpcException rpc => (StatusCodes.Status503ServiceUnavailable, $"The Temporal server answered {rpc.Code}. Ask again in a moment."),
        _ => (StatusCodes.Status500InternalServerError, "Something is wrong on this side; the server's log says what. Ask again."),
    };

    private string? UnknownIn(JsonException unread, HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type
            ? UnreadableRequest.Unknown(unread, json.Value.SerializerOptions.GetTypeInfo(type)) : null;

    [LoggerMessage(EventId = 911, Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogFault(Exception exception, string method, string path);
}
