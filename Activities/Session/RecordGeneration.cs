using Temporalio.Activities;
using TemporalVideo.Activities.Webhooks;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Writes how far a session is into its row in <c>generations</c>, and has subscribers told.</summary>
internal sealed class RecordGeneration(GenerationRow row, Announcements announcements) : IRecordGeneration
{
    [Activity]
    public async Task RecordGenerationAsync(RecordTask task)
    {
        var cancellationToken = ActivityExecutionContext.Current.CancellationToken;
        await row.WriteAsync(task.Session, task.Stand, null, null, cancellationToken);
        await announcements.TellAsync(
            WebhookEvents.Progressed,
            new StateChange
            {
                UserId = task.Session.UserId,
                SessionId = task.Session.SessionId,
                Status = VideoPhases.NameOf(task.Stand.Stage),
                Cost = task.Stand.Costs.Values.Sum(),
            },
            cancellationToken);
    }
}
