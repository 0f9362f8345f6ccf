using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>Has subscribers told that a person is waited for.</summary>
internal static class WaitingSteps
{
    /// <summary>A session does not wait longer than this for those who are told of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Tells them. That it cannot be done stops nothing; it is said.</summary>
    /// <param name="run">The session.</param>
    /// <param name="subject">What is waited for.</param>
    /// <param name="reason">Why, for people; null where the subject says it.</param>
    public static async Task TellAsync(VideoRun run, string subject, string? reason = null)
    {
        if (!Workflow.Patched(Patches.Webhooks))
        {
            return;
        }

        var announcement = new Announcement(WebhookEvents.Waiting, new StateChange
        {
            UserId = run.Input.Session.UserId,
            SessionId = run.Input.Session.SessionId,
            Status = VideoPhases.NameOf(run.State.Generation),
            WaitingFor = subject,
            Reason = reason,
            Cost = run.Costs.Report.Charged,
        });
        var options = run.Policies.Bookkeeping($"waits for {subject}", Workflow.CancellationToken);
        options.ScheduleToCloseTimeout = Patience;
        try
        {
            await Workflow.ExecuteActivityAsync((IAnnounceChange step) => step.AnnounceChangeAsync(announcement), options);
        }
        catch (ActivityFailureException failure) when (!TemporalException.IsCanceledException(failure))
        {
            run.SayMeanwhile($"Subscribers were not told that it waits. {FailureReason.Of(failure).Text}");
        }
    }
}
