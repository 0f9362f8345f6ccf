using Temporalio.Activities;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Webhooks;

/// <summary>Begins the delivery of a change to everyone who has subscribed to it.</summary>
internal sealed class AnnounceChange(Announcements announcements) : IAnnounceChange
{
    [Activity]
    public Task AnnounceChangeAsync(Announcement announcement) => announcements.TellAsync(
        announcement.Type, announcement.Change, ActivityExecutionContext.Current.CancellationToken);
}
