using System.Threading.Channels;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Worker.Machines;
using Temporalio.Workflows;

namespace Temporalio.Worker.Runs;

/// <summary>Runs the local activities of one run, with retries, and gives their outcomes one at a time.</summary>
internal sealed class LocalActivityRunner(ILocalActivityExecutor executor) : IDisposable
{
    private readonly Channel<(uint Seq, LocalActivityOutcome Outcome)> _ended = Channel.CreateUnbounded<(uint, LocalActivityOutcome)>();
    private readonly Dictionary<uint, CancellationTokenSource> _started = [];

    /// <summary>Starts an activity unless it has been started.</summary>
    public void Start(LocalActivityRequest request, WorkflowInfo workflow, DateTime taskStarted)
    {
        if (_started.ContainsKey(request.Seq))
        {
            return;
        }

        var cancellation = new CancellationTokenSource();
        _started[request.Seq] = cancellation;
        _ = Task.Run(async () =>
        {
            var begun = DateTime.UtcNow;
            var outcome = await RunAsync(request, workflow, cancellation.Token).ConfigureAwait(false);
            _ended.Writer.TryWrite((request.Seq, outcome with { CompleteTime = taskStarted + (DateTime.UtcNow - begun) }));
        });
    }

    /// <summary>Tells activities to stop.</summary>
    public void Cancel(IEnumerable<uint> seqs)
    {
        foreach (var seq in seqs)
        {
            if (_started.TryGetValue(seq, out var cancellation))
            {
                cancellation.Cancel();
            }
        }
    }

    /// <summary>The next outcome, or null when there is none in time.</summary>
    public async Task<(uint Seq, LocalActivityOutcome Outcome)?> NextAsync(DateTimeOffset until)
    {
        var wait = until - DateTimeOffset.UtcNow;
        using var limit = new CancellationTokenSource(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        try
        {
            return await _ended.Reader.ReadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var cancellation in _started.Values)
        {
            cancellation.Cancel();
        }
    }

    private static TimeSpan BackoffOf(Api.Common.V1.RetryPolicy policy, int attempt, Failure failure)
    {
        if (failure.ApplicationFailureInfo?.NextRetryDelay is { } given)
        {
            return given.ToTimeSpan();
        }

        const double MaximumFactor = 100;
        var initial = policy.InitialInterval?.ToTimeSpan() ?? TimeSpan.FromSeconds(1);
        var coefficient = policy.BackoffCoefficient < 1 ? 2 : policy.BackoffCoefficient;
        var maximum = policy.MaximumInterval?.ToTimeSpan() ?? initial * MaximumFactor;
        var seconds = Math.Min(initial.TotalSeconds * Math.Pow(coefficient, attempt - 1), maximum.TotalSeconds);
        return TimeSpan.FromSeconds(seconds);
    }

    private static bool MayRetry(LocalActivityRequest request, int attempt, Failure failure) =>
        failure.ApplicationFailureInfo?.NonRetryable != true
        && failure.CanceledFailureInfo is null
        && failure.TimeoutFailureInfo?.TimeoutType != TimeoutType.ScheduleToClose
        && !request.RetryPolicy.NonRetryableErrorTypes.Contains(failure.ApplicationFailureInfo?.Type ?? string.Empty)
        && (request.RetryPolicy.MaximumAttempts == 0 || attempt < request.RetryPolicy.MaximumAttempts);

    private async Task<LocalActivityOutcome> RunAsync(LocalActivityRequest request, WorkflowInfo workflow, CancellationToken cancellation)
    {
        var first = request.FirstScheduled ?? DateTime.UtcNow;
        var deadline = request.ScheduleToClose is { } limit ? first + limit : (DateTime?)null;
        for (var attempt = request.Attempt; ; attempt++)
        {
            var (result, failure) = await AttemptAsync(request, attempt, first, deadline, workflow, cancellation).ConfigureAwait(false);
            if (failure is null)
            {
                return new(result, null, attempt);
            }

            if (!MayRetry(request, attempt, failure))
            {
                return new(null, failure, attempt);
            }

            var backoff = BackoffOf(request.RetryPolicy, attempt, failure);
            if (deadline is { } end && DateTime.UtcNow + backoff >= end)
            {
                return new(null, failure, attempt);
            }

            if (backoff > request.LocalRetryThreshold)
            {
                return new(null, failure, attempt) { Backoff = backoff, FirstScheduled = first };
            }

            try
            {
                await Task.Delay(backoff, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return new(null, Canceled(), attempt);
            }
        }
    }

    private async Task<(Api.Common.V1.Payloads? Result, Failure? Failure)> AttemptAsync(
        LocalActivityRequest request, int attempt, DateTime first, DateTime? deadline, WorkflowInfo workflow, CancellationToken cancellation)
    {
        using var attemptEnd = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var remaining = deadline - DateTime.UtcNow;
        var closesFirst = remaining is not null && (request.StartToClose is null || remaining < request.StartToClose);
        var running = executor.RunAsync(request, attempt, first, workflow, attemptEnd.Token);
        if ((closesFirst ? remaining : request.StartToClose) is { } timeout)
        {
            var expired = Task.Delay(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero, attemptEnd.Token);
            if (await Task.WhenAny(running, expired).ConfigureAwait(false) == expired && !cancellation.IsCancellationRequested)
            {
                await attemptEnd.CancelAsync().ConfigureAwait(false);
                return (null, TimedOut(closesFirst ? TimeoutType.ScheduleToClose : TimeoutType.StartToClose));
            }
        }

        var outcome = await running.ConfigureAwait(false);
        await attemptEnd.CancelAsync().ConfigureAwait(false);
        return outcome switch
        {
            ActivityOutcome.Completed { Result: { } payload } => (new() { Payloads_ = { payload } }, null),
            ActivityOutcome.Completed => (null, null),
            ActivityOutcome.Failed failed => (null, failed.Failure),
            ActivityOutcome.Canceled canceled => (null, canceled.Failure),
            _ => (null, new Failure
            {
                Message = "A local activity cannot complete asynchronously",
                ApplicationFailureInfo = new() { NonRetryable = true, Type = nameof(Activities.CompleteAsyncException) },
            }),
        };
    }

    private static Failure Canceled() => new() { Message = "Local Activity cancelled", CanceledFailureInfo = new() };

    private static Failure TimedOut(TimeoutType type) => new()
    {
        Message = $"activity {type} timeout",
        TimeoutFailureInfo = new() { TimeoutType = type },
    };
}
