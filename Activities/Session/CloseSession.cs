using Temporalio.Activities;
using TemporalVideo.Activities.Webhooks;
using TemporalVideo.Storage.Records;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Writes into the session's rows how it ended, and has subscribers told.</summary>
internal sealed class CloseSession(IVideoSessions sessions, GenerationRow row, Announcements announcements) : ICloseSession
{
    [Activity]
    public async Task CloseSessionAsync(CloseTask task)
    {
        var cancellationToken = ActivityExecutionContext.Current.CancellationToken;
        await sessions.CloseAsync(task.Session, task.Outcome, task.VideoKey, task.Reason, task.Cost, cancellationToken);
        if (task.Stand is { } stand)
        {
            await row.WriteAsync(task.Session, stand, task.VideoKey, task.Reason, cancellationToken);
        }

        await announcements.TellAsync(
            WebhookEvents.Of(task.Outcome),
            new StateChange
            {
                UserId = task.Session.UserId,
                SessionId = task.Session.SessionId,
                Status = task.Outcome.ToString(),
                Reason = task.Reason,
                Cost = task.Cost,
            },
            cancellationToken);
    }
}
