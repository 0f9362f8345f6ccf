using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Measures the finished video, keeps the measurements beside it, and lets no faulty one pass.</summary>
internal sealed class CheckVideo(PieceMaker pieces, IObjectStore store, VideoCheck check) : ICheckVideo
{
    [Activity]
    public Task<CheckedVideo> CheckVideoAsync(ComposeTask task) => Step.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var timing = await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken);
        var video = await store.FetchAsync(layout.Final, cancellationToken);
        var report = await check.CheckAsync(video, new VideoPlan(timing.Duration), cancellationToken);
        await pieces.DocumentAsync(layout.Measurements, Fingerprint.Of("measurements", report), report, cancellationToken);
        if (!report.Passed)
        {
            throw new ApplicationFailureException(
                $"The video does not pass its measurement: {string.Join(" ", report.Faults)} It is at {store.LinkTo(layout.Final)}.",
                errorType: FailureTypes.VideoRejected,
                nonRetryable: true);
        }

        var found = report.Measurements;
        return new CheckedVideo
        {
            VideoUrl = store.LinkTo(layout.Final).AbsoluteUri,
            SubtitleUrls = [store.LinkTo(layout.Srt).AbsoluteUri, store.LinkTo(layout.Vtt).AbsoluteUri],
            Seconds = found.VideoSeconds,
            Files = (await store.ListAsync(layout.Agent5, cancellationToken)).Count,
            Measured = FormattableString.Invariant(
                $"{found.VideoSeconds:0.0} s, {found.Width}×{found.Height}, {found.Loudness:0.0} LUFS, quality {report.Score} of 100"),
        };
    });
}
