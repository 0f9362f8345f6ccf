using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>Retry policies of activities and workflows: defaults, checks, and the decision after a failure.</summary>
internal static class RetryPolicies
{
    private const double DefaultCoefficient = 2.0;
    private const int DefaultMaximumFactor = 100;
    private static readonly long DefaultInitial = TimeSpan.FromSeconds(1).Ticks;

    /// <summary>What is wrong with a policy, or null.</summary>
    public static string? Validate(RetryPolicy? policy)
    {
        if (policy is null)
        {
            return null;
        }

        var initial = Ticks.Of(policy.InitialInterval);
        var maximum = Ticks.Of(policy.MaximumInterval);
        return initial < 0 ? "InitialInterval cannot be negative on retry policy."
            : policy.BackoffCoefficient != 0 && !(policy.BackoffCoefficient >= 1)
                ? "BackoffCoefficient cannot be less than 1 on retry policy."
            : maximum < 0 ? "MaximumInterval cannot be negative on retry policy."
            : maximum > 0 && maximum < initial ? "MaximumInterval cannot be less than InitialInterval on retry policy."
            : policy.MaximumAttempts < 0 ? "MaximumAttempts cannot be negative on retry policy."
            : null;
    }

    /// <summary>The policy with every field that is 0 set to its default.</summary>
    public static RetryPolicy WithDefaults(RetryPolicy? policy)
    {
        var filled = policy?.Clone() ?? new RetryPolicy();
        if (Ticks.Of(filled.InitialInterval) == 0)
        {
            filled.InitialInterval = Ticks.ToDuration(DefaultInitial);
        }

        if (filled.BackoffCoefficient == 0)
        {
            filled.BackoffCoefficient = DefaultCoefficient;
        }

        if (Ticks.Of(filled.MaximumInterval) == 0)
        {
            filled.MaximumInterval = Ticks.ToDuration(Ticks.Of(filled.InitialInterval) * DefaultMaximumFactor);
        }

        return filled;
    }

    /// <summary>Decides what follows a failed attempt.</summary>
    /// <param name="policy">With its defaults; null when nothing is retried.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="failure">Its failure.</param>
    /// <param name="now">Time of the failure.</param>
    /// <param name="expiration">When all attempts must be over; 0 for never.</param>
    public static RetryDecision Decide(RetryPolicy? policy, int attempt, Failure failure, long now, long expiration)
    {
        if (policy is null)
        {
            return RetryDecision.Stop(RetryState.RetryPolicyNotSet);
        }

        if (!IsRetryable(policy, failure))
        {
            return RetryDecision.Stop(RetryState.NonRetryableFailure);
        }

        if (policy.MaximumAttempts > 0 && attempt >= policy.MaximumAttempts)
        {
            return RetryDecision.Stop(RetryState.MaximumAttemptsReached);
        }

        var delay = failure.ApplicationFailureInfo?.NextRetryDelay is { } wanted ? Ticks.Of(wanted) : Delay(policy, attempt);
        return expiration > 0 && Ticks.Add(now, delay) > expiration ? RetryDecision.Stop(RetryState.Timeout) : RetryDecision.Retry(delay);
    }

    /// <summary>How long the policy waits after a failed attempt, in ticks.</summary>
    public static long Delay(RetryPolicy policy, int attempt)
    {
        var maximum = Ticks.Of(policy.MaximumInterval);
        var delay = Ticks.Of(policy.InitialInterval) * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return delay >= maximum ? maximum : (long)delay;
    }

    private static bool IsRetryable(RetryPolicy policy, Failure failure) => failure.FailureInfoCase switch
    {
        Failure.FailureInfoOneofCase.ApplicationFailureInfo =>
            !failure.ApplicationFailureInfo.NonRetryable && !policy.NonRetryableErrorTypes.Contains(failure.ApplicationFailureInfo.Type),
        Failure.FailureInfoOneofCase.ServerFailureInfo => !failure.ServerFailureInfo.NonRetryable,
        Failure.FailureInfoOneofCase.CanceledFailureInfo or Failure.FailureInfoOneofCase.TerminatedFailureInfo => false,
        Failure.FailureInfoOneofCase.TimeoutFailureInfo => failure.TimeoutFailureInfo.TimeoutType is TimeoutType.StartToClose
            or TimeoutType.Heartbeat
            && !policy.NonRetryableErrorTypes.Contains("TemporalTimeout:" + failure.TimeoutFailureInfo.TimeoutType),
        _ => true,
    };
}
