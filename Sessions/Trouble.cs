using System.Globalization;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Converters;

namespace TemporalVideo.Sessions;

/// <summary>An activity that has failed and is tried again: what people want to see long before its attempts are used up.</summary>
/// <param name="Activity">Type of the activity.</param>
/// <param name="ActivityId">Its identity within the run.</param>
/// <param name="FailedAttempts">How many attempts have failed.</param>
/// <param name="MaximumAttempts">How many there will be; 0 for as many as its time allows.</param>
/// <param name="LastFailure">What the last one failed with.</param>
/// <param name="NextAttempt">When it is tried again, UTC; null when it runs again already.</param>
internal sealed record Trouble(
    string Activity, string ActivityId, int FailedAttempts, int MaximumAttempts, string LastFailure, DateTime? NextAttempt)
{
    /// <summary>The troubles among the pending activities of a run.</summary>
    /// <param name="pending">The pending activities.</param>
    /// <param name="converter">The client's converter: with encryption, failures are encrypted as well.</param>
    public static async Task<IReadOnlyList<Trouble>> OfAsync(IEnumerable<PendingActivityInfo> pending, DataConverter converter)
    {
        var troubles = new List<Trouble>();
        foreach (var activity in pending.Where(activity => activity.Attempt > 1))
        {
            if (await MessageOfAsync(activity.LastFailure, converter) is { } message)
            {
                troubles.Add(new Trouble(
                    activity.ActivityType.Name,
                    activity.ActivityId,
                    activity.Attempt - 1,
                    activity.MaximumAttempts,
                    message,
                    activity.State == PendingActivityState.Scheduled ? activity.ScheduledTime?.ToDateTime() : null));
            }
        }

        return troubles;
    }

    /// <summary>What a failure says, decrypted; null without a failure.</summary>
    /// <param name="failure">The failure; it stays as it is.</param>
    /// <param name="converter">The client's converter.</param>
    public static async Task<string?> MessageOfAsync(Failure? failure, DataConverter converter) =>
        failure is null ? null : (await converter.ToExceptionAsync(failure.Clone())).Message;

    /// <summary>In one sentence.</summary>
    public override string ToString()
    {
        var of = MaximumAttempts > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {MaximumAttempts}") : "";
        var next = NextAttempt is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"tried again at {time:HH:mm:ss} UTC")
            : "tried again now";
        return string.Create(CultureInfo.InvariantCulture, $"{Activity} failed (attempt {FailedAttempts}{of}), {next}: {LastFailure}");
    }
}
