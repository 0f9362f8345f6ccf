using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Puts music under the speech, adds the subtitle track and normalises the loudness; the picture is copied.</summary>
internal sealed class MixMusic(Pieces pieces, IObjectStore store, MusicMixer mixer) : IMixMusic
{
    [Activity]
    public Task<Piece> MixMusicAsync(ComposeTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        using var folder = new TemporaryFolder();
        var story = (await pieces.ReadAsync<Story>(layout.Storyboard, cancellationToken)).Content;
        var timing = (await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken)).Content;
        var stitched = await store.FetchAsync(layout.Stitched, folder.Path, cancellationToken);
        var music = await store.FindAsync(layout.Music, cancellationToken) is null
            ? null
            : await store.FetchAsync(layout.Music, folder.Path, cancellationToken);
        var request = new MixRequest
        {
            Video = stitched.Path,
            Music = music?.Path,
            Subtitles = SubtitleCues.Of(timing.Segments, CaptionLayout.Of(story.Size)),
            Language = story.Language,
            Title = story.Title,
            Quieter = task.Quieter,
        };
        var fingerprint = Fingerprint.Of(
            "mixed",
            mixer.Identity,
            [
                stitched.Object.Tags.Fingerprint, music?.Object.Tags.Fingerprint, story.Language, story.Title, story.Size, timing,
                .. task.Quieter > 0 ? (object?[])[task.Quieter] : [],
            ]);
        var final = await pieces.FileAsync(
            new PieceOrder(layout.Final, fingerprint), file => mixer.MixAsync(request, file, cancellationToken), cancellationToken);
        return music is null && story.Sound.Music != SoundChoice.NoMusic
            ? final with { Warning = "There is no music in the object store: the video has none." }
            : final;
    });
}
