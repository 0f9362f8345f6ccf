using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Time;
using TemporalVideo.DevServer.Time.Calendars;

namespace TemporalVideo.DevServer.Schedules;

/// <summary>One living schedule: wakes at its times, and changes only one thing at a time.</summary>
internal sealed partial class ScheduleRunner(
    ScheduleRecord record, ScheduleStore store, ScheduleActions actions, WorkflowWatcher watcher, ServerClock clock, ILogger logger)
{
    private const int LargestBuffer = 1000;
    private const int ShownTimes = 10;

    private readonly SemaphoreSlim _gate = new(1);
    private ScheduleTimes _times = Times(record);
    private ITimerHandle? _timer;
    private bool _isDeleted;

    /// <summary>Namespace and id.</summary>
    public (string NamespaceId, string ScheduleId) Key => (record.NamespaceId, record.ScheduleId);

    /// <summary>The request that made the schedule.</summary>
    public string CreateRequestId => record.Progress.CreateRequestId;

    /// <summary>The version of the schedule.</summary>
    public ByteString ConflictToken => record.ConflictToken;

    /// <summary>Takes the schedule up: catches up on what was missed, watches what runs, waits for the next time.</summary>
    public async Task ResumeAsync()
    {
        foreach (var execution in record.Info.RunningWorkflows)
        {
            Watch(execution.Clone());
        }

        await ChangeAsync(() => { }).ConfigureAwait(false);
    }

    /// <summary>The schedule as it is now.</summary>
    public Task<DescribeScheduleResponse> DescribeAsync() => ExclusivelyAsync(() =>
    {
        var description = record.Description.Clone();
        description.ConflictToken = record.ConflictToken;
        description.Info.FutureActionTimes.Add(Future(ShownTimes));
        return Task.FromResult(description);
    });

    /// <summary>The times between two.</summary>
    public Task<List<ScheduledTime>> MatchingTimesAsync(DateTimeOffset after, DateTimeOffset until) =>
        ExclusivelyAsync(() => Task.FromResult(_times.Between(after, until).Take(LargestBuffer).ToList()));

    /// <summary>Replaces the schedule, unless it has changed since the caller saw it.</summary>
    public Task UpdateAsync(Schedule schedule, ByteString conflictToken, SearchAttributes? attributes, Memo? memo) => ChangeAsync(() =>
    {
        if (!conflictToken.IsEmpty && conflictToken.Any(part => part != 0) && conflictToken != record.ConflictToken)
        {
            return;
        }

        record.Description.Schedule = schedule;
        record.Description.SearchAttributes = attributes ?? record.Description.SearchAttributes;
        record.Description.Memo = memo ?? record.Description.Memo;
        record.Info.UpdateTime = clock.UtcNow.ToTimestamp();
        record.Progress = record.Progress with { Version = record.Progress.Version + 1, ProcessedUntil = clock.UtcNow };
        _times = Times(record);
    });

    /// <summary>Pauses, unpauses, triggers, backfills.</summary>
    public Task PatchAsync(SchedulePatch patch) => ChangeAsync(() => Apply(patch));

    /// <summary>Ends the schedule; workflows that it started go on.</summary>
    public Task DeleteAsync() => ExclusivelyAsync(async () =>
    {
        _isDeleted = true;
        _timer?.Dispose();
        await store.DeleteAsync(record).ConfigureAwait(false);
        return true;
    });

    private static ScheduleTimes Times(ScheduleRecord record) =>
        new(record.Schedule.Spec, $"{record.NamespaceId}/{record.ScheduleId}");

    private void Apply(SchedulePatch patch)
    {
        if (patch.Pause.Length > 0 || patch.Unpause.Length > 0)
        {
            record.Schedule.State.Paused = patch.Pause.Length > 0;
            record.Schedule.State.Notes = patch.Pause.Length > 0 ? patch.Pause : patch.Unpause;
            record.Progress = record.Progress with { Version = record.Progress.Version + 1 };
        }

        var asked = new List<BufferedAction>();
        if (patch.TriggerImmediately is { } trigger)
        {
            var time = trigger.ScheduledTime?.ToDateTimeOffset() ?? clock.UtcNow;
            asked.Add(new BufferedAction(time, time, trigger.OverlapPolicy, IsManual: true));
        }

        foreach (var backfill in patch.BackfillRequest)
        {
            var start = backfill.StartTime.ToDateTimeOffset();
            asked.AddRange(
                _times.Between(start == DateTimeOffset.MinValue ? start : start.AddTicks(-1), backfill.EndTime.ToDateTimeOffset())
                .Take(LargestBuffer)
                .Select(time => new BufferedAction(time.Nominal, time.Actual, backfill.OverlapPolicy, IsManual: true)));
        }

        Buffer(asked);
    }

    private void Buffer(IReadOnlyCollection<BufferedAction> added)
    {
        var buffer = record.Progress.Buffer.Concat(added).Take(LargestBuffer).ToList();
        record.Info.BufferDropped += record.Progress.Buffer.Count + added.Count - buffer.Count;
        record.Progress = record.Progress with { Buffer = buffer };
    }

    /// <summary>Deals with the times that have come, makes a change, takes actions, saves, and waits for the next time.</summary>
    private Task ChangeAsync(Action change) => ExclusivelyAsync(async () =>
    {
        // What the schedule is about to start must not be overtaken by the clock.
        using var hold = clock.Hold("schedule");
        if (_isDeleted)
        {
            return false;
        }

        TakeDueTimes();
        change();
        foreach (var execution in await actions.DrainAsync(record).ConfigureAwait(false))
        {
            Watch(execution);
        }

        await store.SaveAsync(record).ConfigureAwait(false);
        WaitForNextTime();
        return true;
    });

    private void TakeDueTimes()
    {
        var now = clock.UtcNow;
        var due = new List<BufferedAction>();
        var remaining = record.Schedule.State.LimitedActions ? record.Schedule.State.RemainingActions : long.MaxValue;
        foreach (var time in _times.Between(record.Progress.ProcessedUntil, now))
        {
            record.Progress = record.Progress with { ProcessedUntil = time.Nominal };
            if (record.Schedule.State.Paused || due.Count >= remaining)
            {
                continue;
            }

            if (now - time.Actual > record.Schedule.Policies.CatchupWindow.ToTimeSpan())
            {
                record.Info.MissedCatchupWindow++;
                continue;
            }

            due.Add(new BufferedAction(time.Nominal, time.Actual, default, IsManual: false));
        }

        Buffer(due);
    }

    private void WaitForNextTime()
    {
        _timer?.Dispose();
        _timer = null;
        var isExhausted = record.Schedule.State is { LimitedActions: true, RemainingActions: <= 0 };
        if (!record.Schedule.State.Paused && !isExhausted && _times.Next(record.Progress.ProcessedUntil) is { } next)
        {
            _timer = clock.Schedule(next.Actual, () => _ = RunAsync(() => ChangeAsync(() => { })));
        }
    }

    private void Watch(WorkflowExecution execution) => _ = RunAsync(async () =>
    {
        var closing = await watcher.WaitAsync(record.NamespaceName, execution).ConfigureAwait(false);
        await ChangeAsync(() => ScheduleActions.Closed(record, execution, closing)).ConfigureAwait(false);
    });

    private IEnumerable<Timestamp> Future(int count)
    {
        var state = record.Schedule.State;
        var most = state.LimitedActions ? (int)Math.Min(count, state.RemainingActions) : count;
        return _times.After(clock.UtcNow, most).Select(time => time.Actual.ToTimestamp());
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The server stops; the schedule is taken up again with the data file.
        }
        catch (ServiceException e) when (e.Code == StatusCode.NotFound)
        {
            // The workflow was deleted while it was watched.
            LogGone(logger, record.ScheduleId, e.Message);
        }
        catch (Exception e)
        {
            LogFailed(logger, record.ScheduleId, e);
        }
    }

    private async Task<T> ExclusivelyAsync<T>(Func<Task<T>> work)
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    [LoggerMessage(121, LogLevel.Error, "Schedule {ScheduleId} failed")]
    private static partial void LogFailed(ILogger logger, string scheduleId, Exception exception);

    [LoggerMessage(122, LogLevel.Information, "Schedule {ScheduleId} lost sight of a workflow: {Reason}")]
    private static partial void LogGone(ILogger logger, string scheduleId, string reason);
}
