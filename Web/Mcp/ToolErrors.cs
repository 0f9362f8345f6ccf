using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Temporalio.Exceptions;

namespace TemporalVideo.Web.Mcp;

/// <summary>Errors of tools: a model reads the sentence of an error, the same that the API answers, and can do better.</summary>
internal static partial class ToolErrors
{
    /// <summary>
    /// A filter for calls of tools, around all others. An error that leaves it would be told by the SDK, which puts words of its own in
    /// front and of most errors says nothing else.
    /// </summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Tell(
        McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (call, cancellationToken) =>
    {
        try
        {
            return await next(call, cancellationToken);
        }
        catch (Exception exception) when (
            exception is not McpProtocolException
            && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            var name = call.Params?.Name ?? "";
            var (status, detail) = ProblemAnswers.Of(exception, "/mcp");
            if (status == StatusCodes.Status500InternalServerError)
            {
                LogFault(call.Services!.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ToolErrors)), exception, name);
            }

            return Refused(exception is RpcException { Code: RpcException.StatusCode.NotFound } ? Missing(name) : detail);
        }
    };

    /// <summary>The answer of a tool that did not do what it was asked for.</summary>
    public static CallToolResult Refused(string words) => new() { IsError = true, Content = [new TextContentBlock { Text = words }] };

    /// <summary>The work of a tool. JSON that it cannot read is its own, and not the caller's arguments.</summary>
    public static async Task<T> OwnAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("A tool has read JSON that it cannot use.", exception);
        }
    }

    private static string Missing(string tool) => tool.StartsWith("pipeline", StringComparison.Ordinal)
        ? "There is no such pipeline of yours: 'pipelines' lists those there are."
        : "There is no such session of yours: 'sessions' lists those there are.";

    [LoggerMessage(EventId = 912, Level = LogLevel.Error, Message = "The tool {Tool} failed")]
    private static partial void LogFault(ILogger logger, Exception exception, string tool);
}
