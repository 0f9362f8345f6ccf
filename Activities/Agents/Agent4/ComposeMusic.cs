using Temporalio.Activities;
using TemporalVideo.Activities.Media;
using TemporalVideo.Activities.Providers.Music;
using TemporalVideo.Activities.Storage;
using TemporalVideo.Workflows.Contracts.Steps;

namespace TemporalVideo.Activities.Agents.Agent4;

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
