using Temporalio.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent4;

/// <summary>Composes the music, as long as the timed narration.</summary>
internal sealed class ComposeMusic(Stories stories, Pieces pieces, IComposer composer) : IComposeMusic
{
    [Activity]
    public Task<Piece> ComposeMusicAsync(StoryboardTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var story = await stories.ReadAsync(task, cancellationToken);
        var music = story.Sound.Music;
        if (music == SoundChoice.NoMusic)
        {
            await pieces.PruneAsync(layout.Music, _ => false, cancellationToken);
            return new Piece(layout.Music, 0, Found: false);
        }

        var schedule = (await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken)).Content;
        var request = new MusicRequest { Seconds = schedule.Duration, Subject = story.Subject, Seed = story.Title, Tracks = music };
        return await pieces.FileAsync(
            new PieceOrder(layout.Music, Fingerprint.Of("music", composer.IdentityFor(request), request), task.Price),
            file => composer.ComposeAsync(request, file, cancellationToken),
            cancellationToken);
    });
}
