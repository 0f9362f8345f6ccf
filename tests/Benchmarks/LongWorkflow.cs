using Temporalio.Workflows;

namespace TemporalVideo.Benchmarks;

/// <summary>Activities one after the other: a long history to replay.</summary>
[Workflow]
public class LongWorkflow
{
    [WorkflowRun]
    public async Task<int> RunAsync(int activities)
    {
        for (var i = 0; i < activities; i++)
        {
            await Workflow.ExecuteActivityAsync(
                () => OneActivityWorkflow.Echo("step"), new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        }

        return activities;
    }
}
