using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>What follows a failed attempt: the next one after a delay, or the end and why.</summary>
internal readonly record struct RetryDecision(RetryState State, long Delay)
{
    public bool Retries => State == RetryState.InProgress;

    public static RetryDecision Retry(long delay) => new(RetryState.InProgress, delay);

    public static RetryDecision Stop(RetryState state) => new(state, 0);
}
