using System.Text.Json.Serialization;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The activities of <c>node/activities</c>, under the same types.</summary>
public static class TwinActivities
{
    [Activity("greet")]
    public static string Greet(string name) => $"Hello {name}";

    [Activity("double")]
    public static int Double(int value) => 2 * value;

    [Activity("refuse")]
    public static string Refuse(string why) => throw new ApplicationFailureException(
        "Refused for good.", new InvalidOperationException("the cause"), errorType: "Refused", nonRetryable: true, details: [why]);

    [Activity("failOnce")]
    public static string FailOnce() => Info.Attempt > 1
        ? $"attempt {Info.Attempt}"
        : throw new ApplicationFailureException("The first attempt fails.", errorType: "Flaky");

    [Activity("resumeFromHeartbeat")]
    public static async Task<string> ResumeFromHeartbeatAsync()
    {
        if (Info.HeartbeatDetails.Count > 0)
        {
            return $"resumed at {(await Info.HeartbeatDetailAtAsync<Progress>(0)).Step}";
        }

        ActivityExecutionContext.Current.Heartbeat(new Progress(3));
        throw new ApplicationFailureException("Lost after the heartbeat.", errorType: "Lost");
    }

    [Activity("completeLater")]
    public static string CompleteLater() => throw new CompleteAsyncException();

    [Activity("early")]
    public static string Early() => "early";

    [Activity("late")]
    public static async Task<string> LateAsync(string result, string? after)
    {
        await UntilEventsAsync(Info.WorkflowId!, EventType.WorkflowTaskStarted, 2);
        var handle = Client.GetWorkflowHandle(Info.WorkflowId!);
        await Waiting.UntilAsync(async () =>
            (await handle.DescribeAsync()).RawDescription.PendingActivities.All(activity => activity.ActivityId != after));
        return result;
    }

    [Activity("untilCancelled")]
    public static async Task UntilCancelledAsync()
    {
        while (true)
        {
            ActivityExecutionContext.Current.Heartbeat();
            await Task.Delay(100, ActivityExecutionContext.Current.CancellationToken);
        }
    }

    /// <summary>Does not notice a cancellation: ends when its workflow has.</summary>
    [Activity("untilClosed")]
    public static Task UntilClosedAsync()
    {
        var handle = Client.GetWorkflowHandle(Info.WorkflowId!);
        return Waiting.UntilAsync(async () => (await handle.DescribeAsync()).Status != WorkflowExecutionStatus.Running);
    }

    [Activity("untilTasksCompleted")]
    public static Task UntilTasksCompletedAsync(string workflowId, int count) =>
        UntilEventsAsync(workflowId, EventType.WorkflowTaskCompleted, count);

    [Activity("untilTasksStarted")]
    public static async Task<string> UntilTasksStartedAsync(string workflowId, int count)
    {
        await UntilEventsAsync(workflowId, EventType.WorkflowTaskStarted, count);
        return $"{count} tasks";
    }

    private static ActivityInfo Info => ActivityExecutionContext.Current.Info;

    private static ITemporalClient Client => ActivityExecutionContext.Current.TemporalClient;

    private static Task UntilEventsAsync(string workflowId, EventType type, int count) =>
        Waiting.UntilEventsAsync(Client.GetWorkflowHandle(workflowId), type, count);

    private sealed record Progress([property: JsonPropertyName("step")] int Step);
}
