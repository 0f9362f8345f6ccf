using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The workflows of <c>node/workflows/timers.js</c>.</summary>
internal static class TimerTwins
{
    [Workflow("timer")]
    public class Timer
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.DelayAsync(50);
            return "fired";
        }
    }

    [Workflow("timerRace")]
    public class TimerRace
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            using var source = new CancellationTokenSource();
            var lost = Workflow.DelayAsync(TimeSpan.FromHours(1), source.Token);
            await Workflow.DelayAsync(50);
            source.Cancel();
            try
            {
                await lost;
                return "fired";
            }
            catch (Exception e) when (TemporalException.IsCanceledException(e))
            {
                return "cancelled";
            }
        }
    }

    [Workflow("conditionTimeout")]
    public class ConditionTimeout
    {
        [WorkflowRun]
        public Task<bool> RunAsync() => Workflow.WaitConditionAsync(() => false, 50);
    }
}
