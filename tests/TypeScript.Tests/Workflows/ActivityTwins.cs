using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The workflows of <c>node/workflows/activities.js</c>.</summary>
internal static class ActivityTwins
{
    [Workflow("oneActivity")]
    public class OneActivity
    {
        [WorkflowRun]
        public Task<string> RunAsync(string name) => Workflow.ExecuteActivityAsync(() => TwinActivities.Greet(name), TwinOptions.Minute);
    }

    [Workflow("parallelActivities")]
    public class ParallelActivities
    {
        [WorkflowRun]
        public async Task<string[]> RunAsync()
        {
            Task<string>[] all =
            [
                Workflow.ExecuteActivityAsync(() => TwinActivities.LateAsync("first", null), TwinOptions.Minute),
                Workflow.ExecuteActivityAsync(() => TwinActivities.Early(), TwinOptions.Minute),
                Workflow.ExecuteActivityAsync(() => TwinActivities.LateAsync("third", "1"), TwinOptions.Minute),
            ];
            await Workflow.WhenAnyAsync(all);
            return await Workflow.WhenAllAsync(all);
        }
    }

    [Workflow("activityFallback")]
    public class ActivityFallback
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            try
            {
                return await Workflow.ExecuteActivityAsync(() => TwinActivities.Refuse("first"), TwinOptions.Minute);
            }
            catch (ActivityFailureException e)
            {
                var type = ((ApplicationFailureException)e.InnerException!).ErrorType;
                var state = e.RetryState == RetryState.NonRetryableFailure ? "for good" : $"{e.RetryState}";
                return $"{e.ActivityType} {type} {state}, {await Workflow.ExecuteActivityAsync(() => TwinActivities.Greet("fallback"), TwinOptions.Minute)}";
            }
        }
    }

    [Workflow("activityRetried")]
    public class ActivityRetried
    {
        [WorkflowRun]
        public Task<string> RunAsync() => Workflow.ExecuteActivityAsync(() => TwinActivities.FailOnce(), TwinOptions.Retried);
    }

    [Workflow("activityHeartbeats")]
    public class ActivityHeartbeats
    {
        [WorkflowRun]
        public Task<string> RunAsync() => Workflow.ExecuteActivityAsync(() => TwinActivities.ResumeFromHeartbeatAsync(), TwinOptions.Heartbeating);
    }

    [Workflow("activityCompletedLater")]
    public class ActivityCompletedLater
    {
        [WorkflowRun]
        public Task<string> RunAsync() => Workflow.ExecuteActivityAsync(() => TwinActivities.CompleteLater(), TwinOptions.Minute);
    }
}
