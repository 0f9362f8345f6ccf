using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Worker.Runs;
using Temporalio.Workflows;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Runs local activities by the worker's activities, in slots of their own.</summary>
internal sealed class LocalActivityExecutor(ActivityRunner runner, string taskQueue, int slotCount, CancellationToken workerShutdown)
    : ILocalActivityExecutor, IDisposable
{
    private readonly SemaphoreSlim _slots = new(slotCount);

    public async Task<ActivityOutcome> RunAsync(
        LocalActivityRequest request, int attempt, DateTime scheduled, WorkflowInfo workflow, CancellationToken cancellation)
    {
        await _slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var info = new ActivityInfo(
                ActivityId: request.ActivityId,
                ActivityType: request.ActivityType,
                Attempt: attempt,
                CurrentAttemptScheduledTime: DateTime.UtcNow,
                HeartbeatDetails: [],
                HeartbeatTimeout: null,
                IsLocal: true,
                Priority: null,
                RetryPolicy: Common.RetryPolicy.FromProto(request.RetryPolicy),
                ScheduleToCloseTimeout: request.ScheduleToClose,
                ScheduledTime: scheduled,
                StartToCloseTimeout: request.StartToClose,
                StartedTime: DateTime.UtcNow,
                TaskQueue: taskQueue,
                TaskToken: [],
                WorkflowId: workflow.WorkflowId,
                WorkflowNamespace: workflow.Namespace,
                WorkflowRunId: workflow.RunId,
                WorkflowType: workflow.WorkflowType);
            var context = runner.CreateContext(info, cancellation, workerShutdown);
            using var reason = cancellation.Register(() => context.CancelReason = ActivityCancelReason.CancelRequested);
            var header = new Header();
            foreach (var (name, value) in request.Headers)
            {
                header.Fields[name] = value;
            }

            return await runner.RunAsync(context, request.Arguments, header).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
