using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Executions;

/// <summary>Wakes runs at their deadlines: one alarm for each run, and none is stored.</summary>
/// <param name="engine">The engine whose runs they are.</param>
/// <param name="clock">The clock that they go by.</param>
/// <param name="logger">Hears of deadlines that could not be handled.</param>
internal sealed partial class RunAlarms(ExecutionEngine engine, ServerClock clock, ILogger logger)
{
    /// <summary>Wakes a run that is not in memory.</summary>
    public void Set(WorkflowKey key, string runId, long due) => Schedule(key, runId, due);

    /// <summary>Sets the run's one alarm to its next deadline, then lets the clock jump if nothing is under way.</summary>
    public void Update(WorkflowRun run)
    {
        var hold = RunActivity.HoldsClock(run);
        var working = RunActivity.Working(run) - run.CountedWorking;
        run.CountedWorking += working;
        if (working > 0)
        {
            clock.AddWorking(working);
        }

        if (hold)
        {
            run.ClockHold ??= clock.Hold("workflow run");
        }

        var next = Deadlines.Next(run);
        if (next != (run.Alarm?.Due.UtcTicks ?? 0))
        {
            run.Alarm?.Dispose();
            run.Alarm = next == 0 ? null : Schedule(run.Workflow, run.RunId, next);
        }

        if (!hold)
        {
            run.ClockHold?.Dispose();
            run.ClockHold = null;
        }

        if (working < 0)
        {
            clock.AddWorking(working);
        }
    }

    /// <summary>Lets go of the clock for a run that is forgotten.</summary>
    public static void Release(WorkflowRun run)
    {
        run.Alarm?.Dispose();
        run.ClockHold?.Dispose();
        if (run.CountedWorking > 0)
        {
            run.Transaction.Engine.Clock.AddWorking(-run.CountedWorking);
            run.CountedWorking = 0;
        }
    }

    private ITimerHandle Schedule(WorkflowKey key, string runId, long due) =>
        clock.Schedule(Ticks.ToTime(due), () => _ = FireAsync(key, runId));

    /// <summary>Handles whatever is due of a run.</summary>
    private async Task FireAsync(WorkflowKey key, string runId)
    {
        try
        {
            await engine.ChangeAsync(key, transaction =>
            {
                if (transaction.Find(runId) is { } run)
                {
                    Deadlines.Fire(run);
                }

                return true;
            }).ConfigureAwait(false);
        }
        catch (Exception) when (engine.Stopping.IsCancellationRequested)
        {
            // The server is stopping; the timer is due again after the next start.
        }
        catch (Exception e)
        {
            LogTimerFailed(logger, key.WorkflowId, runId, e);
        }
    }

    [LoggerMessage(200, LogLevel.Error, "Timer of workflow {WorkflowId}, run {RunId} failed")]
    private static partial void LogTimerFailed(ILogger logger, string workflowId, string runId, Exception exception);
}
