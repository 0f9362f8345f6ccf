using Temporalio.Api.Failure.V1;
using Temporalio.Api.Update.V1;

namespace TemporalVideo.DevServer.Executions.Updates;

/// <summary>Outcomes that the server gives.</summary>
internal static class UpdateOutcomes
{
    /// <summary>Accepted, and the run is closed.</summary>
    public static Outcome WorkflowCompleted { get; } = Failed(
        "Workflow Update failed because the Workflow completed before the Update completed.", "AcceptedUpdateCompletedWorkflow");

    /// <summary>The worker completed the task that carried the update and said nothing about it.</summary>
    public static Outcome Unprocessed { get; } = Failed(
        "Workflow Update is rejected because it wasn't processed by worker. Probably, Workflow Update is not supported by the worker.",
            "UnprocessedUpdate");

    private static Outcome Failed(string message, string type) => new()
    {
        Failure = new Failure
        {
            Message = message,
            Source = "Server",
            ApplicationFailureInfo = new ApplicationFailureInfo { Type = type, NonRetryable = true },
        },
    };
}
