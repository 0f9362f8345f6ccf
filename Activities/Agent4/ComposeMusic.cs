using Temporalio.Activities;
using TemporalVideo.Activities.Session;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent4;

/// <summary>Composes the music, or plays a person's tracks, as long as the timed narration.</summary>
internal sealed class ComposeMusic(Stories stories, Pieces pieces, IObjectStore store, IComposer composer) : IComposeMusic
{
    [Activity]
    public Task<Piece> ComposeMusicAsync(StoryboardTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var story = await stories.ReadAsync(task, cancellationToken);
        if (story.Sound.Music == SoundChoice.NoMusic)
        {
            await pieces.PruneAsync(layout.Music, _ => false, cancellationToken);
            return new Piece(layout.Music, 0, Found: false);
        }

        using var folder = new TemporaryFolder();
        var schedule = (await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken)).Content;
        var composed = new MusicRequest { Seconds = schedule.Duration, Subject = story.Subject, Seed = story.Title };
        var request = composed with { Tracks = await TracksAsync(task.Session, story.Sound, folder, cancellationToken) };
        return await pieces.FileAsync(
            new PieceOrder(layout.Music, Fingerprint.Of("music", composer.IdentityFor(request), composed), task.Price),
            file => composer.ComposeAsync(request, file, cancellationToken),
            cancellationToken);
    });

    /// <summary>The tracks as files of this machine; null where music is composed.</summary>
    private async Task<IReadOnlyList<string>?> TracksAsync(
        SessionKey session, SoundChoice sound, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        if (sound.Tracks is not { Count: > 0 } tracks)
        {
            return sound.Music is { } ofThisMachine ? TrackFolder.Require(ofThisMachine) : null;
        }

        var files = new List<string>();
        foreach (var track in tracks)
        {
            OwnFile.RequireIn(layout => layout.Tracks, session, track.Key, $"The track '{track.Name}'");

            // A folder of its own for each, so that two of one name do not meet, and a message about one names it as its owner does.
            var place = Directory.CreateDirectory(folder.File($"{files.Count}")).FullName;
            var fetched = await store.FetchAsync(track.Key, place, cancellationToken);
            var file = Path.Combine(place, Path.GetFileName(track.Name));
            File.Move(fetched.Path, file, overwrite: true);
            files.Add(file);
        }

        return files;
    }
}
