using Google.Protobuf;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Visibility;

/// <summary>Deletes closed runs once their namespace's retention has passed.</summary>
internal sealed partial class RetentionSweeper(
    VisibilityStore store, NamespaceRegistry namespaces, InternalCalls calls, ServerClock clock, ILogger<RetentionSweeper> logger)
{
    private const int AtOnce = 100;

    // Real time on purpose: a timer of the server's clock would be something to skip to for ever.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan IntervalWhenSkipping = TimeSpan.FromMilliseconds(500);

    /// <summary>Sweeps until the server stops.</summary>
    public async Task RunAsync()
    {
        using var timer = new PeriodicTimer(clock.CanSkip ? IntervalWhenSkipping : Interval);
        try
        {
            do
            {
                await SweepAsync().ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(calls.Stopping).ConfigureAwait(false));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The server stops.
        }
    }

    private async Task SweepAsync()
    {
        foreach (var record in namespaces.All)
        {
            foreach (var run in store.ClosedBefore(record.Id, clock.UtcNow - record.Retention, AtOnce))
            {
                await DeleteAsync(record.Name, run).ConfigureAwait(false);
            }
        }
    }

    private async Task DeleteAsync(string namespaceName, VisibilityRecord run)
    {
        try
        {
            await calls.CallAsync<IMessage>("DeleteWorkflowExecution", new DeleteWorkflowExecutionRequest
            {
                Namespace = namespaceName,
                WorkflowExecution = new WorkflowExecution { WorkflowId = run.WorkflowId, RunId = run.RunId },
            }).ConfigureAwait(false);
        }
        catch (GrpcException e)
        {
            LogNotDeleted(logger, run.WorkflowId, run.RunId, e.Message);
        }
    }

    [LoggerMessage(140, LogLevel.Warning, "Retention could not delete {WorkflowId} {RunId}: {Reason}")]
    private static partial void LogNotDeleted(ILogger logger, string workflowId, string runId, string reason);
}
