using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker.Pollers;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Polls for activities, runs them in their slots and reports what they have come to.</summary>
internal sealed partial class ActivityWorker : IDisposable
{
    private readonly ITemporalClient _client;
    private readonly TemporalWorkerOptions _options;
    private readonly string _identity;
    private readonly string _instanceKey;
    private readonly ActivityRunner _runner;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _slots;
    private readonly int _slotCount;
    private readonly ConcurrentDictionary<ByteString, RunningActivity> _running = new();
    private readonly CancellationTokenSource _shutdown = new();

    public ActivityWorker(
        ITemporalClient client, TemporalWorkerOptions options, string identity, string instanceKey, ActivityRunner runner, ILogger logger)
    {
        _client = client;
        _options = options;
        _identity = identity;
        _instanceKey = instanceKey;
        _runner = runner;
        _logger = logger;
        _slotCount = options.MaxConcurrentActivities ?? TemporalWorker.DefaultSlots;
        _slots = new(_slotCount);
    }

    /// <summary>Polls until stopped; returns when no poll is open.</summary>
    public Task PollAsync(PollStop stop) => Task.WhenAll(Enumerable.Range(0, _options.MaxConcurrentActivityTaskPolls).Select(_ =>
        new Poller<PollActivityTaskQueueResponse>(_slots, PollOnceAsync, t => t.TaskToken.IsEmpty, Start, _logger).RunAsync(stop)));

    /// <summary>Tells running activities of the shutdown, gives them the grace period, cancels them and waits for them.</summary>
    public async Task DrainAsync()
    {
        await _shutdown.CancelAsync().ConfigureAwait(false);
        var drained = TakeAllSlotsAsync();
        if (_options.GracefulShutdownTimeout > TimeSpan.Zero)
        {
            await Task.WhenAny(drained, Task.Delay(_options.GracefulShutdownTimeout)).ConfigureAwait(false);
        }

        foreach (var running in _running.Values)
        {
            running.Cancel(ActivityCancelReason.WorkerShutdown);
        }

        await drained.ConfigureAwait(false);
    }

    public void Dispose()
    {
        _slots.Dispose();
        _shutdown.Dispose();
    }

    private async Task TakeAllSlotsAsync()
    {
        for (var i = 0; i < _slotCount; i++)
        {
            await _slots.WaitAsync().ConfigureAwait(false);
        }
    }

    private Task<PollActivityTaskQueueResponse> PollOnceAsync(CancellationToken stop) => _client.WorkflowService.PollActivityTaskQueueAsync(
        new PollActivityTaskQueueRequest
        {
            Namespace = _client.Options.Namespace,
            Identity = _identity,
            WorkerInstanceKey = _instanceKey,
            TaskQueue = new() { Name = _options.TaskQueue, Kind = Api.Enums.V1.TaskQueueKind.Normal },
            TaskQueueMetadata = _options.MaxTaskQueueActivitiesPerSecond is { } rate ? new() { MaxTasksPerSecond = rate } : null,
        },
        Polls.Options(stop));

    private void Start(PollActivityTaskQueueResponse task) => _ = Task.Run(() => RunAsync(task));

    private async Task RunAsync(PollActivityTaskQueueResponse task)
    {
        try
        {
            var info = ActivityInfos.Of(task, _options.TaskQueue!, _client.Options);
            await using var running = new RunningActivity(
                info, _client, _identity, _options, (i, token) => _runner.CreateContext(i, token, _shutdown.Token));
            _running[task.TaskToken] = running;
            var outcome = await _runner.RunAsync(running.Context, task.Input, task.Header).ConfigureAwait(false);
            _running.TryRemove(task.TaskToken, out _);
            var unsent = await running.StopHeartbeatsAsync().ConfigureAwait(false);
            if (!running.IsGone)
            {
                await ReportAsync(task.TaskToken, outcome, unsent).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            LogNotReported(_logger, e, task.ActivityType?.Name ?? string.Empty, task.ActivityId);
        }
        finally
        {
            _running.TryRemove(task.TaskToken, out _);
            _slots.Release();
        }
    }

    private async Task ReportAsync(ByteString taskToken, ActivityOutcome outcome, Api.Common.V1.Payloads? unsentDetails)
    {
        var ns = _client.Options.Namespace;
        var retried = new RpcOptions { Retry = true };
        try
        {
            switch (outcome)
            {
                case ActivityOutcome.Completed completed:
                    await _client.WorkflowService.RespondActivityTaskCompletedAsync(
                        new RespondActivityTaskCompletedRequest
                        {
                            Namespace = ns,
                            TaskToken = taskToken,
                            Identity = _identity,
                            Result = completed.Result is { } result ? new() { Payloads_ = { result } } : null,
                        },
                        retried).ConfigureAwait(false);
                    break;
                case ActivityOutcome.Failed failed:
                    await _client.WorkflowService.RespondActivityTaskFailedAsync(
                        new RespondActivityTaskFailedRequest
                        {
                            Namespace = ns,
                            TaskToken = taskToken,
                            Identity = _identity,
                            Failure = failed.Failure,
                            LastHeartbeatDetails = unsentDetails,
                        },
                        retried).ConfigureAwait(false);
                    break;
                case ActivityOutcome.Canceled canceled:
                    await _client.WorkflowService.RespondActivityTaskCanceledAsync(
                        new RespondActivityTaskCanceledRequest
                        {
                            Namespace = ns,
                            TaskToken = taskToken,
                            Identity = _identity,
                            Details = canceled.Failure.CanceledFailureInfo?.Details,
                        },
                        retried).ConfigureAwait(false);
                    break;
            }
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            LogGone(_logger, e.Message);
        }
    }

    [LoggerMessage(1011, LogLevel.Error, "The outcome of activity {ActivityType} ({ActivityId}) could not be reported; the server will time it out")]
    private static partial void LogNotReported(ILogger logger, Exception e, string activityType, string activityId);

    [LoggerMessage(1012, LogLevel.Debug, "An activity ended that the server no longer knows: {Message}")]
    private static partial void LogGone(ILogger logger, string message);
}
