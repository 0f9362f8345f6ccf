using ModelContextProtocol;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions.Forks;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Storytelling;

namespace TemporalVideo.Web.Mcp;

/// <summary>Errors of tools.</summary>
internal static class ToolErrors
{
    /// <summary>A model reads the sentence of an error, and can do better.</summary>
    public static async Task<T> ToldAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (
            exception is WebException or ConfigurationException or StorySourceException or UnusableInputException or ForkRefusedException)
        {
            throw new McpException(exception.Message);
        }
        catch (Temporalio.Exceptions.WorkflowUpdateFailedException refused)
        {
            throw new McpException(refused.InnerException?.Message ?? refused.Message);
        }
        catch (Temporalio.Exceptions.RpcException failed)
        {
            throw new McpException(failed.Code == Temporalio.Exceptions.RpcException.StatusCode.NotFound
                ? "There is no such session or pipeline of yours."
                : "The Temporal server or its worker does not answer. Ask again in a moment.");
        }
    }
}
