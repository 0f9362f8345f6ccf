using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;

namespace TemporalVideo.Web.Mcp;

/// <summary>Errors of tools.</summary>
internal static class ToolErrors
{
    /// <summary>A model reads the sentence of an error, the same that the API answers, and can do better.</summary>
    public static async Task<T> ToldAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (
            exception is not (McpException or OperationCanceledException) && ProblemAnswers.Of(exception, "/mcp") is var (status, detail)
            && status != StatusCodes.Status500InternalServerError)
        {
            throw new McpException(detail);
        }
        catch (JsonException exception)
        {
            // Else it would be taken for JSON of the caller's.
            throw new InvalidDataException("A tool has read JSON that it cannot use.", exception);
        }
    }
}
