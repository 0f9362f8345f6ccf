using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Client;
using Temporalio.Converters;

namespace Temporalio.Testing;

/// <summary>Runs activity code in a test as a worker would, without a server.</summary>
public record ActivityEnvironment
{
    private ActivityExecutionContext? _context;

    /// <summary>What activities see by default. Change single values by <c>with</c>.</summary>
    public static ActivityInfo DefaultInfo { get; } = new(
        ActivityId: "test",
        ActivityType: "unknown",
        Attempt: 1,
        CurrentAttemptScheduledTime: DateTime.UnixEpoch,
        HeartbeatDetails: (IReadOnlyCollection<Payload>)[],
        HeartbeatTimeout: null,
        IsLocal: false,
        Priority: null,
        RetryPolicy: null,
        ScheduleToCloseTimeout: TimeSpan.FromSeconds(1),
        ScheduledTime: DateTime.UnixEpoch,
        StartToCloseTimeout: TimeSpan.FromSeconds(1),
        StartedTime: DateTime.UnixEpoch,
        TaskQueue: "test",
        TaskToken: "test"u8.ToArray(),
        WorkflowId: "test",
        WorkflowNamespace: "default",
        WorkflowRunId: "test-run",
        WorkflowType: "test");

    /// <summary>What the activity sees.</summary>
    public ActivityInfo Info { get; init; } = DefaultInfo;

    /// <summary>Logger of the activity. Default: none.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Converter of the activity's values.</summary>
    public IPayloadConverter PayloadConverter { get; init; } = DataConverter.Default.PayloadConverter;

    /// <summary>Takes heartbeats. Default: nothing.</summary>
    public Action<object?[]> Heartbeater { get; init; } = static _ => { };

    /// <summary>Client that the activity gets; null means none.</summary>
    public ITemporalClient? TemporalClient { get; init; }

    /// <summary>Cancels the activity.</summary>
    public CancellationTokenSource CancellationTokenSource { get; init; } = new();

    /// <summary>Tells the activity that the worker shuts down.</summary>
    public CancellationTokenSource WorkerShutdownTokenSource { get; init; } = new();

    /// <summary>Why the activity is cancelled, as the activity sees it.</summary>
    public ActivityCancelReason CancelReason { get; set; }

    /// <summary>Runs code as an activity.</summary>
    /// <param name="activity">The code.</param>
    public void Run(Action activity) => RunAsync(() =>
    {
        activity();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>Runs code as an activity.</summary>
    /// <typeparam name="T">Type of its result.</typeparam>
    /// <param name="activity">The code.</param>
    /// <returns>Its result.</returns>
    public T Run<T>(Func<T> activity) => RunAsync(() => Task.FromResult(activity())).GetAwaiter().GetResult();

    /// <summary>Runs code as an activity.</summary>
    /// <param name="activity">The code.</param>
    /// <returns>Completes with the code.</returns>
    public Task RunAsync(Func<Task> activity) => RunAsync(async () =>
    {
        await activity().ConfigureAwait(false);
        return 0;
    });

    /// <summary>Runs code as an activity.</summary>
    /// <typeparam name="T">Type of its result.</typeparam>
    /// <param name="activity">The code.</param>
    /// <returns>Its result.</returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> activity)
    {
        _context = new(
            Info, CancellationTokenSource.Token, WorkerShutdownTokenSource.Token, Logger, PayloadConverter, TemporalClient)
        {
            Heartbeater = Heartbeater,
            CancelReason = CancelReason,
        };
        ActivityExecutionContext.Flowing.Value = _context;
        return await activity().ConfigureAwait(false);
    }

    /// <summary>Cancels the activity.</summary>
    /// <param name="reason">Why.</param>
    public void Cancel(ActivityCancelReason reason = ActivityCancelReason.CancelRequested)
    {
        CancelReason = reason;
        if (_context is { } context)
        {
            context.CancelReason = reason;
            context.CancellationDetails = ActivityCancellationDetails.Of(reason);
        }

        CancellationTokenSource.Cancel();
    }
}
