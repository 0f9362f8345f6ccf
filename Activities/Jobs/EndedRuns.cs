using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>Finds runs that have ended without giving back their places, such as those that were terminated.</summary>
internal sealed class EndedRuns(ITemporalClient client, IJobPlaces places, TimeProvider time)
{
    /// <summary>Within that time a worker has heard, by its heartbeats, that the run is over, and has stopped its jobs.</summary>
    public static readonly TimeSpan Stopping = TimeSpan.FromSeconds(20);

    /// <summary>Gives back what they have.</summary>
    public async Task ClearAsync(string user, CancellationToken cancellationToken)
    {
        foreach (var run in await places.RunsAsync(user, cancellationToken))
        {
            if (await HasEndedAsync(run, cancellationToken))
            {
                await places.ClearAsync(run, cancellationToken);
            }
        }
    }

    private async Task<bool> HasEndedAsync(PlaceRun run, CancellationToken cancellationToken)
    {
        try
        {
            var handle = client.GetWorkflowHandle(JobPipelineId.Of(run.Pipeline), run.RunId);
            var found = await handle.DescribeAsync(new() { Rpc = new RpcOptions { CancellationToken = cancellationToken } });
            return found.Status != WorkflowExecutionStatus.Running && time.GetUtcNow().UtcDateTime - found.CloseTime >= Stopping;
        }
        catch (RpcException missing) when (missing.Code == RpcException.StatusCode.NotFound)
        {
            return true;
        }
    }
}
