using Google.Protobuf;
using Temporalio.Activities;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>One attempt that is running: its cancellation and its heartbeats.</summary>
internal sealed class RunningActivity : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _cancellation = new();
    private readonly HeartbeatThrottle _throttle;
    private readonly ITemporalClient _client;
    private readonly string _identity;
    private readonly ITimer? _startToClose;
    private readonly ITimer? _heartbeat;
    private readonly Lock _lock = new();

    public RunningActivity(
        ActivityInfo info,
        ITemporalClient client,
        string identity,
        TemporalWorkerOptions options,
        Func<ActivityInfo, CancellationToken, ActivityExecutionContext> createContext)
    {
        _client = client;
        _identity = identity;
        Context = createContext(info, _cancellation.Token);
        var interval = HeartbeatThrottle.IntervalFor(
            info.HeartbeatTimeout, options.DefaultHeartbeatThrottleInterval, options.MaxHeartbeatThrottleInterval);
        _throttle = new(interval, SendAsync, TimeProvider.System);
        _startToClose = Guard(info.StartToCloseTimeout);
        _heartbeat = Guard(info.HeartbeatTimeout);
        Context.Heartbeater = Beat;
    }

    public ActivityExecutionContext Context { get; }

    /// <summary>Whether the server does not want to hear of it any more.</summary>
    public bool IsGone => Context.CancelReason == ActivityCancelReason.GoneFromServer;

    /// <summary>Stops the activity; the first reason counts.</summary>
    public void Cancel(ActivityCancelReason reason)
    {
        lock (_lock)
        {
            if (_cancellation.IsCancellationRequested)
            {
                return;
            }

            Context.CancelReason = reason;
            Context.CancellationDetails = ActivityCancellationDetails.Of(reason);
        }

        _cancellation.Cancel();
    }

    /// <summary>Ends the heartbeats.</summary>
    /// <returns>Details that the server has not got, or null.</returns>
    public async Task<Api.Common.V1.Payloads?> StopHeartbeatsAsync() =>
        await _throttle.StopAsync().ConfigureAwait(false) is { } unsent ? await ToPayloadsAsync(unsent).ConfigureAwait(false) : null;

    public async ValueTask DisposeAsync()
    {
        Context.Heartbeater = null;
        await _throttle.DisposeAsync().ConfigureAwait(false);
        _startToClose?.Dispose();
        _heartbeat?.Dispose();
    }

    private void Beat(object?[] details)
    {
        if (Context.Info.HeartbeatTimeout is { } timeout)
        {
            _heartbeat?.Change(timeout + Grace, Timeout.InfiniteTimeSpan);
        }

        _throttle.Beat(details);
    }

    private ITimer? Guard(TimeSpan? timeout) => timeout is { } limit
        ? TimeProvider.System.CreateTimer(_ => Cancel(ActivityCancelReason.Timeout), null, limit + Grace, Timeout.InfiniteTimeSpan)
        : null;

    private async Task SendAsync(object?[] details)
    {
        try
        {
            var answer = await _client.WorkflowService.RecordActivityTaskHeartbeatAsync(
                new RecordActivityTaskHeartbeatRequest
                {
                    Namespace = _client.Options.Namespace,
                    TaskToken = ByteString.CopyFrom(Context.Info.TaskToken),
                    Identity = _identity,
                    Details = await ToPayloadsAsync(details).ConfigureAwait(false),
                },
                new() { Retry = true }).ConfigureAwait(false);
            if (answer.CancelRequested)
            {
                Cancel(ActivityCancelReason.CancelRequested);
            }
            else if (answer.ActivityReset)
            {
                Cancel(ActivityCancelReason.Reset);
            }
            else if (answer.ActivityPaused)
            {
                Cancel(ActivityCancelReason.Paused);
            }
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            Cancel(ActivityCancelReason.GoneFromServer);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException or RpcTimeoutOrCanceledException)
        {
            // The server is away for now; the next heartbeat says the same, and the heartbeat timeout decides.
        }
        catch (Exception)
        {
            Cancel(ActivityCancelReason.HeartbeatRecordFailure);
        }
    }

    private async Task<Api.Common.V1.Payloads> ToPayloadsAsync(object?[] details) =>
        new() { Payloads_ = { await _client.Options.DataConverter.ToPayloadsAsync(details).ConfigureAwait(false) } };
}
