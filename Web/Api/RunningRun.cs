using Microsoft.AspNetCore.Http;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace TemporalVideo.Web.Api;

/// <summary>Runs that people say something to.</summary>
internal static class RunningRun
{
    /// <summary>Requires that a run has not ended.</summary>
    /// <param name="run">The run.</param>
    /// <param name="what">What it is, in a word.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="WebException">It has ended (409).</exception>
    public static async Task RequireAsync(WorkflowHandle run, string what, CancellationToken cancellationToken)
    {
        var description = await run.DescribeAsync(new() { Rpc = new RpcOptions { CancellationToken = cancellationToken } });
        if (description.Status != WorkflowExecutionStatus.Running)
        {
            throw new WebException(StatusCodes.Status409Conflict, $"The {what} has ended ({description.Status}); nothing waits for this.");
        }
    }
}
