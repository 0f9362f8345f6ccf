using Temporalio.Activities;
using TemporalVideo.Storage.Records;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Writes into the session's rows how it ended.</summary>
internal sealed class CloseSession(IVideoSessions sessions, GenerationRow row) : ICloseSession
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
    }
}
