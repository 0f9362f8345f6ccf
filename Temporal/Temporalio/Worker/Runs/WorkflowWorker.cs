using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Worker.Pollers;

namespace Temporalio.Worker.Runs;

/// <summary>Polls for workflow tasks, of the shared queue and of this worker's cache, and has them processed in their slots.</summary>
internal sealed class WorkflowWorker(
    ITemporalClient client, TemporalWorkerOptions options, WorkflowWorkerIdentity identity, WorkflowTaskProcessor processor, ILogger logger)
    : IDisposable
{
    private readonly int _slotCount = options.MaxConcurrentWorkflowTasks ?? TemporalWorker.DefaultSlots;
    private readonly SemaphoreSlim _slots = new(options.MaxConcurrentWorkflowTasks ?? TemporalWorker.DefaultSlots);

    /// <summary>Polls until stopped; returns when no poll is open.</summary>
    public Task PollAsync(PollStop stop)
    {
        var polls = Math.Max(options.MaxConcurrentWorkflowTaskPolls, 1);
        var normal = identity.StickyQueue is null ? polls : Math.Clamp((int)(polls * options.NonStickyToStickyPollRatio), 1, Math.Max(polls - 1, 1));
        var sticky = identity.StickyQueue is null ? 0 : Math.Max(polls - normal, 1);
        return Task.WhenAll(Enumerable.Range(0, normal + sticky).Select(i => new Poller<PollWorkflowTaskQueueResponse>(
            _slots, token => PollOnceAsync(i >= normal, token), t => t.TaskToken.IsEmpty, Start, logger).RunAsync(stop)));
    }

    /// <summary>Waits for the tasks that are being worked on.</summary>
    public async Task DrainAsync()
    {
        for (var i = 0; i < _slotCount; i++)
        {
            await _slots.WaitAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _slots.Dispose();

    private Task<PollWorkflowTaskQueueResponse> PollOnceAsync(bool sticky, CancellationToken stop) =>
        client.WorkflowService.PollWorkflowTaskQueueAsync(
            new PollWorkflowTaskQueueRequest
            {
                Namespace = client.Options.Namespace,
                Identity = identity.Identity,
                WorkerInstanceKey = identity.InstanceKey,
                TaskQueue = sticky
                    ? new() { Name = identity.StickyQueue, Kind = TaskQueueKind.Sticky, NormalName = identity.TaskQueue }
                    : new() { Name = identity.TaskQueue, Kind = TaskQueueKind.Normal },
            },
            Polls.Options(stop));

    private void Start(PollWorkflowTaskQueueResponse task) => _ = Task.Run(async () =>
    {
        try
        {
            await processor.ProcessAsync(task).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    });
}
