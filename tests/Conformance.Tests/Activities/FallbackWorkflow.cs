using Temporalio.Activities;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.Conformance.Tests.Activities;

/// <summary>Tries an activity that fails, then another; tells what the failure said.</summary>
[Workflow]
public sealed class FallbackWorkflow
{
    [WorkflowRun]
    public async Task<string> RunAsync()
    {
        try
        {
            await Workflow.ExecuteActivityAsync(() => Fail(), Options(2));
            return "no failure";
        }
        catch (ActivityFailureException failure)
        {
            var cause = (ApplicationFailureException)failure.InnerException!;
            var detail = cause.Details.ElementAt<string>(0);
            var fallback = await Workflow.ExecuteActivityAsync(() => Resume(), Options(2));
            return $"{failure.ActivityType} {failure.RetryState} {cause.ErrorType} {cause.Message} {detail}; {fallback}";
        }
    }

    [Activity]
    public static void Fail() => throw new ApplicationFailureException(
        $"attempt {ActivityExecutionContext.Current.Info.Attempt}", "Broken", details: ["here"]);

    /// <summary>Heartbeats and fails first; then tells what the first attempt said.</summary>
    [Activity]
    public static async Task<string> Resume()
    {
        var context = ActivityExecutionContext.Current;
        if (context.Info.HeartbeatDetails.Count > 0)
        {
            return $"resumed at {await context.Info.HeartbeatDetailAtAsync<int>(0)}";
        }

        context.Heartbeat(7);
        throw new ApplicationFailureException("not yet");
    }

    private static ActivityOptions Options(int attempts) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(30),
        HeartbeatTimeout = TimeSpan.FromSeconds(20),
        RetryPolicy = new() { MaximumAttempts = attempts, InitialInterval = TimeSpan.FromMilliseconds(10) },
    };
}
