using Temporalio.Common;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Policies;

/// <summary>Time limits of the attempts of jobs.</summary>
internal static class JobPolicies
{
    /// <summary>A worker that has been silent so long is lost; it beats every two seconds.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(12);

    /// <summary>Beyond the job's own limit, which ends its processes: to put away what it left.</summary>
    private static readonly TimeSpan TidyingUp = TimeSpan.FromMinutes(2);

    /// <summary>One attempt: the workflow counts them itself. A cancelled one has ended when its processes have.</summary>
    public static ActivityOptions Attempt(JobPipelineInput input, JobTask task, CancellationToken cancellationToken) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(task.Node.TimeoutSeconds) + TidyingUp,
        HeartbeatTimeout = Heartbeat,
        RetryPolicy = new RetryPolicy { MaximumAttempts = 1 },
        CancellationType = ActivityCancellationType.WaitCancellationCompleted,
        Priority = VideoPriority.Of(input.Pipeline, input.Interactive),
        Summary = $"{task.Node.Id}, attempt {task.Attempt}",
        CancellationToken = cancellationToken,
    };

    /// <summary>
    /// A place among the user's running jobs: tried again as long as there is none, or the database is away. One that is being taken when
    /// it is cancelled says whether it was.
    /// </summary>
    public static ActivityOptions Place(JobPipelineInput input, PlaceRequest request, CancellationToken cancellationToken) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(30),
        RetryPolicy = RetryPolicies.Patient,
        CancellationType = ActivityCancellationType.WaitCancellationCompleted,
        Priority = VideoPriority.Of(input.Pipeline, input.Interactive),
        Summary = $"{request.Place.Job} {(request.Waits ? "waits for" : "asks for")} a place",
        CancellationToken = cancellationToken,
    };

    /// <summary>What is done before and behind a video, which has a workflow of its own.</summary>
    public static ActivityOptions VideoStep(JobPipelineInput input, JobTask task, string what, CancellationToken cancellationToken) => new()
    {
        StartToCloseTimeout = TimeSpan.FromMinutes(10),
        HeartbeatTimeout = Heartbeat,
        RetryPolicy = RetryPolicies.Costly,
        CancellationType = ActivityCancellationType.WaitCancellationCompleted,
        Priority = VideoPriority.Of(input.Pipeline, input.Interactive),
        Summary = $"{task.Node.Id} {what}",
        CancellationToken = cancellationToken,
    };

    /// <summary>Its rows: jobs go on while the database is away, and what they did is written when it is back.</summary>
    public static ActivityOptions Rows(JobPipelineInput input) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(30),
        RetryPolicy = RetryPolicies.Patient,
        Priority = VideoPriority.Of(input.Pipeline, input.Interactive),
        Summary = "where the jobs stand",
        CancellationToken = CancellationToken.None,
    };

    /// <summary>How it ended: kept for a cancelled pipeline, too.</summary>
    public static ActivityOptions Keeping(JobPipelineInput input) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(20),
        ScheduleToCloseTimeout = TimeSpan.FromHours(1),
        RetryPolicy = RetryPolicies.Patient,
        Priority = VideoPriority.Of(input.Pipeline, input.Interactive),
        Summary = "how it ended",
        CancellationToken = CancellationToken.None,
    };
}
