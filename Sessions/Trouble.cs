using System.Globalization;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

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
    public static IEnumerable<Trouble> Of(IEnumerable<PendingActivityInfo> pending) =>
        from activity in pending
        where activity.LastFailure is not null && activity.Attempt > 1
        select new Trouble(
            activity.ActivityType.Name,
            activity.ActivityId,
            activity.Attempt - 1,
            activity.MaximumAttempts,
            activity.LastFailure.Message,
            activity.State == PendingActivityState.Scheduled ? activity.ScheduledTime?.ToDateTime() : null);

    /// <summary>In one sentence.</summary>
    public override string ToString()
    {
        var of = MaximumAttempts > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {MaximumAttempts}") : "";
        var next = NextAttempt is { } time ? string.Create(CultureInfo.InvariantCulture, $"tried again at {time:HH:mm:ss} UTC") : "tried again now";
        return string.Create(CultureInfo.InvariantCulture, $"{Activity} failed (attempt {FailedAttempts}{of}), {next}: {LastFailure}");
    }
}
