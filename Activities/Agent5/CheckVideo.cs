using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>
/// Measures the finished video, keeps the measurements beside it, and lets no faulty one pass. It tidies up, unless the video is poor and
/// pieces of it are to be made again.
/// </summary>
internal sealed class CheckVideo(
    VideoKnowledge known, Pieces pieces, IObjectStore store, VideoCheck check, ContrastMeter contrasts,
    Tidying tidying) : ICheckVideo
{
    private const string Version = "measurements/5";

    [Activity]
    public Task<CheckedVideo> CheckVideoAsync(ComposeTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        using var folder = new TemporaryFolder();
        var video = await store.FetchAsync(layout.Final, folder.Path, cancellationToken);
        var evidence = await known.OfAsync(task, cancellationToken);
        var (story, timing) = (evidence.Story, evidence.Schedule!);
        var measured = await check.CheckAsync(video.Path, new VideoPlan(timing.Duration) { Size = story.Size, Schedule = timing },
            cancellationToken);
        var film = task.Unscored || measured.Measurements.Film is not { } seen ? measured.Measurements.Film
            : seen with { Contrasts = await contrasts.MeasureAsync(video.Path, timing, evidence.Scenes, cancellationToken) };
        var report = measured with
        {
            Measurements = measured.Measurements with { Film = film },
            Quality = QualityReport.Of(evidence with { Film = film }),
            PlainFormulas =
                [.. evidence.Scenes.SelectMany(scene => scene.Value.PlainFormulas.Select(formula => $"{scene.Key}: {formula}"))],
            Pictograms = evidence.Scenes.Where(scene => scene.Value.Pictograms.Count > 0)
                .ToDictionary(scene => scene.Key, scene => scene.Value.Pictograms),
        };
        await pieces.DocumentAsync(
            new PieceOrder(layout.Measurements, Fingerprint.Of("measurements", Version, report)),
            () => Task.FromResult(report),
            cancellationToken);
        if (!report.Passed)
        {
            throw new ApplicationFailureException(
                $"The video does not pass its measurement: {string.Join(" ", report.Faults)} It is in the object store at {layout.Final}.",
                errorType: FailureTypes.VideoRejected,
                nonRetryable: true);
        }

        var found = report.Measurements;
        var quality = report.Quality;
        var faulty = !task.Unscored && quality.Score < task.Acceptable ? quality.Faulty : [];
        if (faulty.Count == 0 && !(quality.Score <= task.Before))
        {
            await tidying.TidyAsync(task, story, cancellationToken);
        }

        return new CheckedVideo
        {
            VideoKey = layout.Final,
            SubtitleKeys = [layout.Srt, layout.Vtt],
            Seconds = found.VideoSeconds,
            Files = (await store.ListAsync(layout.Agent5, cancellationToken)).Count,
            Measured = FormattableString.Invariant(
                $"{found.VideoSeconds:0.0} s, {found.Width}×{found.Height}, {found.Loudness:0.0} LUFS, conform {report.Conform} of 100, ")
                + (task.Unscored ? "quality not judged" : FormattableString.Invariant($"quality {quality.Score} of 100")),
            Conform = report.Conform,
            Quality = task.Unscored ? null : quality.Score,
            Worst = task.Unscored ? null
                : [.. quality.Worst.Select(moment => new WorstMoment(Math.Round(moment.At, 1), moment.What, moment.Mend))],
            Faulty = faulty.Count > 0 ? faulty : null,
        };
    });
}
