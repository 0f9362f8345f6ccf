using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Temporalio.Exceptions;

namespace Temporalio.Worker.Pollers;

/// <summary>Asks for tasks as long as there are slots to run them. A taken task keeps its slot until whoever runs it gives it back.</summary>
internal sealed partial class Poller<TTask>(
    SemaphoreSlim slots,
    Func<CancellationToken, Task<TTask>> poll,
    Func<TTask, bool> isEmpty,
    Action<TTask> start,
    ILogger logger)
{
    private readonly Backoff _backoff = new();

    /// <summary>Polls until stopped. Failures are retried with back-off, without end.</summary>
    public async Task RunAsync(PollStop stop)
    {
        while (!stop.StopAsking.IsCancellationRequested)
        {
            try
            {
                await slots.WaitAsync(stop.StopAsking).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (!await TryTakeAsync(stop).ConfigureAwait(false))
            {
                slots.Release();
            }
        }
    }

    /// <summary>One poll; true when a task was taken and with it the slot.</summary>
    private async Task<bool> TryTakeAsync(PollStop stop)
    {
        var asked = Stopwatch.GetTimestamp();
        try
        {
            var task = await poll(stop.HangUp).ConfigureAwait(false);
            _backoff.Reset();
            if (isEmpty(task))
            {
                return false;
            }

            start(task);
            return true;
        }
        catch (Exception) when (stop.StopAsking.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            if (e is RpcException { Code: RpcException.StatusCode.Unavailable } && Stopwatch.GetElapsedTime(asked) >= Backoff.First)
            {
                // The poll was under way when the server went: that is the first failure, however many there were before.
                _backoff.Reset();
            }

            var exhausted = e is RpcException { Code: RpcException.StatusCode.ResourceExhausted };
            var wait = _backoff.Next(exhausted);
            if (_backoff.Failures > 2)
            {
                LogFailed(logger, typeof(TTask).Name, e.Message, wait);
            }

            await Task.Delay(wait, stop.StopAsking).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
            return false;
        }
    }

    [LoggerMessage(1020, LogLevel.Warning, "Polling for {Kind} failed: {Error}; next try in {Wait}")]
    private static partial void LogFailed(ILogger logger, string kind, string error, TimeSpan wait);
}
