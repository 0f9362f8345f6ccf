using Temporalio.Common;

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

    /// <summary>For work that costs time or money: twice more, then the agent has failed and the fallback gets its turn.</summary>
    public static RetryPolicy Costly { get; } = new()
    {
        InitialInterval = TimeSpan.FromSeconds(2),
        BackoffCoefficient = 2,
        MaximumInterval = TimeSpan.FromSeconds(20),
        MaximumAttempts = 3,
    };

    /// <summary>For an image of Agent6: one retry, then failure (R-B3).</summary>
    public static RetryPolicy Once { get; } = new()
    {
        InitialInterval = TimeSpan.FromSeconds(2),
        MaximumAttempts = 2,
    };
}
