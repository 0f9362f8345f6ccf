using Temporalio.Workflows;

namespace TemporalVideo.Benchmarks;

/// <summary>The measured workflows.</summary>
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
}
