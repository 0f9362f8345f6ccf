using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent4;

/// <summary>Composes the music, as long as the timed narration.</summary>
internal sealed class ComposeMusic(PieceMaker pieces, IComposer composer) : IComposeMusic
{
    [Activity]
    public Task<Piece> ComposeMusicAsync(StoryboardTask task) => Step.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var schedule = await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken);
        var request = new MusicRequest { Seconds = schedule.Duration, Subject = task.Story.Subject, Seed = task.Story.Title };
        return await pieces.FileAsync(
            layout.Music, Fingerprint.Of("music", request), file => composer.ComposeAsync(request, file, cancellationToken), cancellationToken);
    });
}
