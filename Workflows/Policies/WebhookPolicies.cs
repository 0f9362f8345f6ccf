using Temporalio.Common;
using Temporalio.Workflows;

namespace TemporalVideo.Workflows.Policies;

/// <summary>How long a message is tried to be delivered.</summary>
internal static class WebhookPolicies
{
    /// <summary>Its row in the list of deliveries.</summary>
    public static ActivityOptions LastWord => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(20),
        ScheduleToCloseTimeout = TimeSpan.FromHours(1),
        RetryPolicy = RetryPolicies.Patient,
        Summary = "the last word",
        CancellationToken = CancellationToken.None,
    };

    /// <summary>
    /// Twelve attempts: after 5, 20, 80, 320 seconds and so on to six hours, in all some thirty hours, so that a receiver that is away
    /// for a day gets it.
    /// </summary>
    public static ActivityOptions Attempts(string type) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(40),
        ScheduleToCloseTimeout = TimeSpan.FromDays(3),
        RetryPolicy = new RetryPolicy
        {
            InitialInterval = TimeSpan.FromSeconds(5),
            BackoffCoefficient = 4,
            MaximumInterval = TimeSpan.FromHours(6),
            MaximumAttempts = 12,
        },
        Summary = type,
    };
}
