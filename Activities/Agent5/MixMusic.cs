using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Puts music under the speech, adds the subtitle track and normalises the loudness; the picture is copied.</summary>
internal sealed class MixMusic(PieceMaker pieces, IObjectStore store, MusicMixer mixer) : IMixMusic
{
    [Activity]
    public Task<Piece> MixMusicAsync(ComposeTask task) => Step.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var story = await pieces.ReadAsync<Workflows.Contracts.Story>(layout.Storyboard, cancellationToken);
        var timing = await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken);
        var music = await store.FindAsync(layout.Music, cancellationToken);
        var request = new MixRequest
        {
            Video = await store.FetchAsync(layout.Stitched, cancellationToken),
            Music = music is null ? null : await store.FetchAsync(layout.Music, cancellationToken),
            Subtitles = SubtitleCues.Of(timing.Segments),
            Language = story.Language,
            Title = story.Title,
        };
        var madeFrom = await pieces.FingerprintOfAsync(layout.Stitched, cancellationToken);
        var final = await pieces.FileAsync(
            layout.Final,
            Fingerprint.Of("mixed", madeFrom, music?.Fingerprint, story.Language, story.Title, timing),
            file => mixer.MixAsync(request, file, cancellationToken),
            cancellationToken);
        return music is null ? final with { Warning = "There is no music in the object store: the video has none." } : final;
    });
}
