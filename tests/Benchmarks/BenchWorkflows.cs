using Temporalio.Workflows;

namespace TemporalVideo.Benchmarks;

/// <summary>The measured workflows; their twins in TypeScript are in <c>tests/TypeScript.Tests/node/bench</c>.</summary>
internal static class BenchWorkflows
{
    private static readonly ActivityOptions Minute = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) };

    /// <summary>Activities one after the other.</summary>
    [Workflow("chain")]
    public class Chain
    {
        [WorkflowRun]
        public async Task<int> RunAsync(int activities)
        {
            for (var i = 0; i < activities; i++)
            {
                await Workflow.ExecuteActivityAsync(() => BenchActivities.Echo("step"), Minute);
            }

            return activities;
        }
    }

    /// <summary>Stays in its worker's memory.</summary>
    [Workflow("held")]
    public class Held
    {
        private bool _released;

        [WorkflowRun]
        public async Task RunAsync()
        {
            await Workflow.ExecuteActivityAsync(() => BenchActivities.CountHeld(), Minute);
            await Workflow.WaitConditionAsync(() => _released);
        }

        [WorkflowSignal("release")]
        public Task ReleaseAsync()
        {
            _released = true;
            return Task.CompletedTask;
        }
    }
}
