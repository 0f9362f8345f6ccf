using System.Text;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Joins a composer's clips, and writes the subtitles beside them.</summary>
internal sealed class StitchClips(Pieces pieces, IObjectStore store, IStitcher stitcher, StoreStitching service) : IStitchClips
{
    [Activity]
    public Task<Piece> StitchClipsAsync(ComposeTask task) => ActivityBody.RunAsync(task, null, async (progress, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        await WriteSubtitlesAsync(layout, cancellationToken);
        var stitched = service.IsFor(task)
            ? await service.StitchAsync(task, progress, cancellationToken)
            : await StitchAsync(layout, task, cancellationToken);
        return stitched with { Files = stitched.Files + 2 };
    });

    private async Task<Piece> StitchAsync(SessionLayout layout, ComposeTask task, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var clips = new List<FetchedObject>();
        foreach (var id in task.SegmentIds)
        {
            clips.Add(await store.FetchAsync(layout.Clip(task.Agent, id), folder.Path, cancellationToken));
        }

        var fingerprint = Fingerprint.Of("stitched", stitcher.Identity, clips.Select(clip => clip.Object.Tags.Fingerprint).ToArray());
        return await pieces.FileAsync(
            new PieceOrder(layout.Stitched, fingerprint, task.Price),
            file => stitcher.StitchAsync(new StitchRequest([.. clips.Select(clip => clip.Path)]), file, cancellationToken),
            cancellationToken);
    }

    private async Task WriteSubtitlesAsync(SessionLayout layout, CancellationToken cancellationToken)
    {
        var timing = (await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken)).Content;
        var size = (await pieces.ReadAsync<Story>(layout.Storyboard, cancellationToken)).Content.Size;
        var cues = SubtitleCues.Of(timing.Segments, CaptionLayout.Of(size));
        await store.PutAsync(layout.Srt, Encoding.UTF8.GetBytes(SubtitleWriter.ToSrt(cues)), ObjectTags.None, cancellationToken);
        await store.PutAsync(layout.Vtt, Encoding.UTF8.GetBytes(SubtitleWriter.ToVtt(cues)), ObjectTags.None, cancellationToken);
    }
}
