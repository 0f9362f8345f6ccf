using Temporalio.Activities;
using TemporalVideo.Storage.Records;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Writes into the session's row how it ended.</summary>
internal sealed class CloseSession(IVideoSessions sessions) : ICloseSession
{
    [Activity]
    public Task CloseSessionAsync(CloseTask task) => sessions.CloseAsync(
        task.Session, task.Outcome, task.VideoKey, task.Reason, task.Cost, ActivityExecutionContext.Current.CancellationToken);
}
