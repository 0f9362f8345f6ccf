using Temporalio.Common;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Policies;

/// <summary>How often what is tried again.</summary>
internal static class RetryPolicies
{
    /// <summary>For our own store and database: away for a while is normal, so it goes on until the step's whole time is over.</summary>
    public static RetryPolicy Patient { get; } = new()
    {
        InitialInterval = TimeSpan.FromSeconds(1),
        BackoffCoefficient = 2,
        MaximumInterval = TimeSpan.FromSeconds(20),
    };

    /// <summary>
    /// What is not an answer of the step. The server hands it to the workflow, which schedules the step again without counting it
    /// (<c>TemporalTimeout:</c> is the server's prefix for kinds of timeouts).
    /// </summary>
    private static readonly string[] LostWorkers = ["TemporalTimeout:Heartbeat", FailureTypes.WorkerStopped];

    /// <summary>For work that costs time or money: twice more, then the agent has failed and the fallback gets its turn.</summary>
    public static RetryPolicy Costly { get; } = new()
    {
        InitialInterval = TimeSpan.FromSeconds(2),
        BackoffCoefficient = 2,
        MaximumInterval = TimeSpan.FromSeconds(20),
        MaximumAttempts = 3,
        NonRetryableErrorTypes = LostWorkers,
    };

    /// <summary>For an image of Agent6: one retry, then failure (R-B3).</summary>
    public static RetryPolicy Once { get; } = new()
    {
        InitialInterval = TimeSpan.FromSeconds(2),
        MaximumAttempts = 2,
        NonRetryableErrorTypes = LostWorkers,
    };
}
