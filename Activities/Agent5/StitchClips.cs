using System.Text;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Joins a composer's clips, and writes the subtitles beside them.</summary>
internal sealed class StitchClips(PieceMaker pieces, IObjectStore store, IStitcher stitcher) : IStitchClips
{
    [Activity]
    public Task<Piece> StitchClipsAsync(ComposeTask task) => Step.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var clips = task.SegmentIds.Select(id => layout.Clip(task.Agent, id)).ToList();
        var (files, madeFrom) = (new List<string>(), new List<string?>());
        foreach (var clip in clips)
        {
            files.Add(await store.FetchAsync(clip, cancellationToken));
            madeFrom.Add(await pieces.FingerprintOfAsync(clip, cancellationToken));
        }

        await WriteSubtitlesAsync(layout, cancellationToken);
        var stitched = await pieces.FileAsync(
            layout.Stitched,
            Fingerprint.Of("stitched", madeFrom),
            file => stitcher.StitchAsync(new StitchRequest(files), file, cancellationToken),
            cancellationToken);
        return stitched with { Files = stitched.Files + 2 };
    });

    private async Task WriteSubtitlesAsync(SessionLayout layout, CancellationToken cancellationToken)
    {
        var timing = await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken);
        var cues = SubtitleCues.Of(timing.Segments);
        await store.PutAsync(layout.Srt, Encoding.UTF8.GetBytes(SubtitleWriter.ToSrt(cues)), null, cancellationToken);
        await store.PutAsync(layout.Vtt, Encoding.UTF8.GetBytes(SubtitleWriter.ToVtt(cues)), null, cancellationToken);
    }
}
