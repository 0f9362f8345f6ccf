using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>Has subscribers told that a person is waited for.</summary>
internal static class WaitingSteps
{
    /// <summary>Tells them.</summary>
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
        await run.DoAsideAsync(
            (IAnnounceChange step) => step.AnnounceChangeAsync(announcement),
            $"waits for {subject}",
            "Subscribers were not told that it waits.");
    }
}
